import { type Engine, loadEngine } from '../../../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { createDqnLearner } from '../../../../src/recommender/policies/dqn/create-dqn-learner';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import type { Learner, LearnerSource, SavedLearner } from '../../../../src/recommender/policies/learner';
import { serveSlates } from '../../../../src/recommender/policies/slate-q/serve-slates';
import { SLATE_TRAINING } from '../../../../src/recommender/policies/slate-q/slate-settings';
import type { WithSlates } from '../../../../src/recommender/policies/slate-q/slate-codec';
import { withSlates } from '../../../../src/recommender/policies/slate-q/slate-learner';
import { whyNoSlates } from '../../../../src/recommender/policies/slate-q/why-no-slates';
import type { StoreVisits, Visit } from '../../../../src/recommender/policies/visit';
import { createRandom } from '../../../../src/random';

const settings = { ...DQN_SETTINGS, dimension: 8, hidden: [16, 16], batch: 4, minEpochs: 1, maxEpochs: 2 };
const training = { ...SLATE_TRAINING, passes: 1, minSteps: 80 };
const FILMS = Array.from({ length: 12 }, (_, film) => `film ${film}`);
const TODAY = 20_000;

/** Customers who visit every other day, like one category each, and rent its films from lists of three. */
function storeVisits(films: readonly string[], customers = 130, count = 9): StoreVisits {
  const random = createRandom(3);
  const visitsOf = (customer: number): Visit[] => {
    const rented = new Set<number>();
    return Array.from({ length: count }, (_, index) => {
      const shuffled = random.shuffle(Int32Array.from(films.keys()));
      const list = [...shuffled].slice(0, 3);
      const film = list.find((one) => one % 3 === customer % 3 && !rented.has(one)) ?? -1;
      rented.add(film);
      return { day: TODAY - 2 * (count - index), list, film, rating: film < 0 ? NaN : 8 };
    });
  };
  return {
    customers: Array.from({ length: customers }, (_, customer) => visitsOf(customer)),
    ratings: { lowest: 2, highest: 10 },
  };
}

describe('a learner with a slate agent', () => {
  let engine: Engine;
  let trained: Learner;

  const sourceOf = (films: readonly string[], options: Partial<LearnerSource> = {}): LearnerSource => {
    const { customers } = storeVisits(films);
    const histories = customers.map((visits) =>
      Int32Array.from(visits.flatMap(({ film }) => (film < 0 ? [] : [film]))),
    );
    return {
      engine,
      log: { films, customers: customers.map((_, customer) => String(customer)), histories },
      features: collectFeatures(
        films.map((id) => {
          const film = Number(id.split(' ')[1]);
          return [[`actor:${film % 5}`], [`category:${film % 3}`]];
        }),
      ),
      vectors: undefined,
      dimension: 0,
      seed: 1,
      visits: storeVisits(films),
      ...options,
    };
  };
  const learnerOf = (source: LearnerSource) =>
    withSlates(createDqnLearner(source, settings), source, training);
  const slatesOf = ({ progress }: SavedLearner) => (progress as WithSlates).slates;
  const scoresOf = (
    saved: SavedLearner,
    films: readonly string[],
    visits: readonly Visit[] = [],
    isAllowed = (_id: string) => true,
  ) => {
    const allowed = Uint8Array.from(films, (id) => Number(isAllowed(id)));
    const scores = serveSlates(saved, films)!.score(visits, TODAY, allowed, 3);
    return new Map(films.map((id, film) => [id, scores[film]]));
  };

  beforeAll(async () => {
    engine = await loadEngine('auto');
    trained = learnerOf(sourceOf(FILMS));
    while (!trained.isFinished) await trained.step();
  });

  it('has no agent without visits, and reports why if there are too few', async () => {
    expect(learnerOf(sourceOf(FILMS, { visits: undefined })).ranking).toBeUndefined();
    const few = learnerOf(sourceOf(FILMS, { visits: storeVisits(FILMS, 100) }));
    await few.step();
    expect(few.ranking).toEqual({
      ranking: 'NEXT_RENTAL',
      reason: 'Only 900 visits of known customers had a list; lists are learned from 1000 on.',
    });
    expect(slatesOf(few.weights())).toBeUndefined();
    const [once, many] = [storeVisits(FILMS, 1_000, 1), storeVisits(FILMS, 130)];
    expect(whyNoSlates(once, 12)).toMatch(/^Only 0 lists were followed by a later visit/);
    expect(whyNoSlates(many, 10_001)).toMatch(/^The store has 10001 films/);
    expect(whyNoSlates(many, 12)).toBeUndefined();
  });

  it('publishes the agent once it is trained, and does not change the learner', async () => {
    const source = sourceOf(FILMS);
    const young = learnerOf(source);
    await young.step();
    expect(young.ranking).toEqual({
      ranking: 'NEXT_RENTAL',
      reason: 'The slate agent needs 76 more learning steps.',
    });
    expect(slatesOf(young.weights())).toBeUndefined();
    expect(slatesOf(young.save())).toMatchObject({ step: 4, enough: 80, settings: { listLength: 3 } });

    expect(trained.ranking).toEqual({ ranking: 'SLATES', reason: 'The store has enough visits.' });
    expect(slatesOf(trained.weights())).toMatchObject({ step: 80, enough: 80 });
    const alone = createDqnLearner(source, settings);
    while (!alone.isFinished) await alone.step();
    expect(trained.weights().arrays).toMatchObject(alone.weights().arrays);
  });

  it('serves lists for films in any order, by the category that a customer rents; new films are left out', () => {
    const weights = trained.weights();
    const history = [0, 3].map((film, index) => ({
      day: TODAY - 5 + index,
      list: [film, 4, 5],
      film,
      rating: 10,
    }));
    const scores = scoresOf(weights, FILMS, history);
    const best = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
    expect(best.filter((id) => id !== 'film 0' && id !== 'film 3').slice(0, 2)).toEqual(
      expect.arrayContaining(['film 6', 'film 9']),
    );
    const other = ['film 99', ...[...FILMS].reverse()];
    const moved = history.map((visit) => ({
      ...visit,
      list: visit.list.map((film) => FILMS.length - film),
      film: FILMS.length - visit.film,
    }));
    expect(scoresOf(weights, other, moved)).toEqual(new Map([['film 99', -Infinity], ...scores]));
  });

  it('continues with the learner, also on other films, but starts over in a run from scratch', async () => {
    const films = [...FILMS.slice(1), 'film 12'];
    const saved = trained.save();
    const scratch = sourceOf(films, { saved });
    expect(slatesOf(learnerOf(scratch).save())?.step).toBe(0);

    const source = sourceOf(films, { saved, steps: 2 });
    const learner = learnerOf(source);
    expect(learner.continues).toBe(true);
    expect(learner.ranking?.ranking).toBe('SLATES');
    const common = FILMS.slice(1);
    const isCommon = (id: string) => common.includes(id);
    const before = scoresOf(saved, FILMS, [], isCommon);
    const after = scoresOf(learner.weights(), films, [], isCommon);
    for (const id of common) expect(after.get(id)).toBeCloseTo(before.get(id)!, 5);
    await learner.step();
    expect(slatesOf(learner.save())?.step).toBe(81);
    expect(scoresOf(learner.weights(), films).get('film 12')).toBeGreaterThan(-Infinity);
  });

  it('refuses weights of another shape', () => {
    const { progress, arrays } = trained.weights();
    const cut = { ...arrays, 'slates.films': arrays['slates.films'].slice(1) };
    expect(() => serveSlates({ progress, arrays: cut }, FILMS)).toThrow(/slates.films has 191 numbers/);
  });
});
