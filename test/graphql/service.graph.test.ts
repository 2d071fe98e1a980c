import { EMBEDDINGS, EMBEDDING_NAMES } from '../../src/embeddings/embedding';
import { withProjection } from '../../src/embeddings/with-projection';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { bruteForceNeighbors } from './brute-force-neighbors';
import { createTestService, fillWithSmallStore, type TestService } from './test-service';

describe('the service on a small store', () => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const projections = () => graph.run('CALL gds.graph.list() YIELD graphName RETURN graphName');

  describe('embeddings', () => {
    it('are written to films, actors and categories, never to customers', async () => {
      for (const { property, dimension } of Object.values(EMBEDDINGS)) {
        const sizes = await graph.read(
          `MATCH (node) WHERE node[$property] IS NOT NULL
           RETURN labels(node)[0] AS label, count(*) AS nodes, min(size(node[$property])) AS dimension ORDER BY label`,
          { property },
        );
        expect(sizes).toEqual([
          { label: 'Actor', nodes: 16, dimension },
          { label: 'Category', nodes: 16, dimension },
          { label: 'Film', nodes: 80, dimension },
        ]);
      }
    });

    it('leave no projection behind if their work fails', async () => {
      expect(await projections()).toEqual([]);
      const failing = withProjection(graph, async (projection) => {
        expect(await projections()).toEqual([{ graphName: projection }]);
        throw new Error('no luck');
      });
      await expect(failing).rejects.toThrow('no luck');
      expect(await projections()).toEqual([]);
    });
  });

  describe('embeddingNeighbors', () => {
    it.each(EMBEDDING_NAMES)('equals a brute-force cosine over %s for 50 films', async (embedding) => {
      for (let film = 1; film <= 50; film++) {
        const { data, errors } = await service.ask(
          `query ($film: ID!, $embedding: Embedding!) {
            embeddingNeighbors(film: $film, first: 20, embedding: $embedding) { score film { filmId title } }
          }`,
          { film: String(film), embedding },
        );
        expect(errors).toEqual([]);
        const expected = await bruteForceNeighbors(graph, String(film), embedding);
        data.embeddingNeighbors.forEach(
          (neighbor: { score: number; film: { filmId: string } }, rank: number) => {
            expect(Math.abs(neighbor.score - expected[rank].score)).toBeLessThan(1e-5);
            // Films with equal cosine, such as a film and its sequel with the same cast, may be in either order.
            const own = expected.find(({ id }) => id === neighbor.film.filmId)!;
            expect(Math.abs(own.score - expected[rank].score)).toBeLessThan(1e-6);
          },
        );
        expect(
          new Set(data.embeddingNeighbors.map((n: { film: { filmId: string } }) => n.film.filmId)).size,
        ).toBe(20);
      }
    });

    it('refuses an unknown film and says how to find one', async () => {
      const { data, errors } = await service.ask('{ embeddingNeighbors(film: "none") { score } }');
      expect(data).toEqual({ embeddingNeighbors: null });
      expect(errors).toEqual([{ code: 'NOT_FOUND', message: expect.stringMatching(/films \{ filmId \}/) }]);
    });
  });

  describe('trainStep', () => {
    const recommended = async () => {
      const { data } = await service.ask(
        '{ recommendations(customer: "1", first: 20, policy: TUTORIAL) { version items { film { filmId } score } } }',
      );
      return data.recommendations;
    };

    it('changes the next recommendations', async () => {
      const before = await recommended();
      const { data, errors } = await service.ask(
        'mutation { trainStep(input: { steps: 200, policy: TUTORIAL }) { step loss reward meanReward epsilon } }',
      );
      expect(errors).toEqual([]);
      expect(data.trainStep.loss).toBeGreaterThan(0);
      expect(data.trainStep.epsilon).toBeCloseTo(0.5 * 0.999 ** data.trainStep.step, 6);
      const after = await recommended();
      expect(after.version).not.toBe(before.version);
      expect(after.items).toHaveLength(20);
      expect(after.items).not.toEqual(before.items);
    });

    it('is stored in the graph, so that another service continues from there', async () => {
      const [one, other] = [await createTestService(graph), await createTestService(graph)];
      const { errors } = await one.ask(
        'mutation { trainStep(input: { steps: 2, policy: TUTORIAL }) { step } }',
      );
      expect(errors).toEqual([]);
      const progress = '{ agent { policy version learners { policy version step epsilon } } }';
      expect((await other.ask(progress)).data).toEqual((await one.ask(progress)).data);
      await Promise.all([one.recommender.close(), other.recommender.close()]);
    });

    it('trains DQN by default; if DQN is promoted, the next list uses the new version', async () => {
      const STEP = 'mutation { trainStep(input: { steps: 3 }) { policy step version run } }';
      const first = await service.ask(STEP);
      expect(first.errors).toEqual([]);
      expect(first.data.trainStep).toMatchObject({ policy: 'DQN', step: 3, version: expect.any(String) });
      const promoted = await service.ask(
        'mutation { promotePolicy(input: { policy: DQN, force: true }) { promotion { version } } }',
      );
      expect(promoted.data.promotePolicy.promotion.version).toBe(first.data.trainStep.version);
      const LIST = '{ recommendations(customer: "1") { policy version items { score } } }';
      const { data, errors } = await service.ask(STEP);
      expect(errors).toEqual([]);
      expect(data.trainStep.step).toBe(6);
      const after = (await service.ask(LIST)).data.recommendations;
      expect(after).toMatchObject({ policy: 'DQN', version: data.trainStep.version });
      expect(after.items).toHaveLength(5);
      const run = await service.ask(
        'query ($id: ID!) { trainingRun(id: $id) { kind status curve { step } } }',
        {
          id: data.trainStep.run,
        },
      );
      expect(run.data.trainingRun).toMatchObject({ kind: 'STEP', status: 'SUCCEEDED' });
      expect(run.data.trainingRun.curve.at(-1)).toEqual({ step: 6 });
      const { agent } = (await service.ask('{ agent { learners { policy ranking rankingReason } } }')).data;
      expect(agent.learners[0]).toEqual({
        policy: 'DQN',
        ranking: 'NEXT_RENTAL',
        rankingReason: expect.stringMatching(
          /^Only \d+ visits of known customers had a list; lists are learned from 1000 on\.$/,
        ),
      });
      await graph.write('MATCH (node:Promotion) DETACH DELETE node');
    });

    it('refuses an invalid number of steps', async () => {
      const { errors } = await service.ask('mutation { trainStep(input: { steps: 0 }) { step } }');
      expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(/steps/) }]);
    });
  });

  describe('policies', () => {
    const ask = async (policy: string) => {
      const { data, errors } = await service.ask(
        `query ($policy: Policy) {
          recommendations(customer: "1", first: 10, policy: $policy) { policy version items { score film { filmId } } }
        }`,
        { policy },
      );
      return { list: data.recommendations, errors };
    };

    it.each(['EASE', 'ITEM_KNN', 'POPULARITY', 'RANDOM', 'TUTORIAL'])(
      '%s can be requested',
      async (policy) => {
        const { list, errors } = await ask(policy);
        expect(errors).toEqual([]);
        expect(list.policy).toBe(policy);
        expect(list.items).toHaveLength(10);
        expect((await ask(policy)).list).toEqual(list);
      },
    );

    it('POPULARITY scores a film by the customers who rented it', async () => {
      const { list } = await ask('POPULARITY');
      for (const { score, film } of list.items) {
        const [{ count }] = await graph.read<{ count: number }>(
          `MATCH (:Film {filmID: $id})<-[:RENTED]-(customer) RETURN count(customer) AS count`,
          { id: film.filmId },
        );
        expect(score).toBe(count);
      }
    });

    it('DQN fails if it is not trained', async () => {
      await graph.write('MATCH (version:PolicyVersion {policy: $policy}) DETACH DELETE version', {
        policy: 'DQN',
      });
      const other = await createTestService(graph);
      const { data, errors } = await other.ask('{ recommendations(customer: "1", policy: DQN) { policy } }');
      await other.recommender.close();
      expect(data.recommendations).toBeNull();
      expect(errors).toEqual([
        { code: 'POLICY_UNTRAINED', message: expect.stringMatching(/startTraining.*EASE/) },
      ]);
    });
  });
});
