import { graphql } from 'graphql';
import type { Graph } from '../../src/graph/graph';
import { ADMIN } from '../../src/graphql/access/viewer';
import { buildSchemas } from '../../src/graphql/build-schema';
import { createContext } from '../../src/graphql/context';
import { silentLogger } from '../../src/logger';
import { silentProgress } from '../../src/progress';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import { createRecommender } from '../../src/recommender/recommender';
import { importSample } from '../../src/store/sample/import-sample';
import { writeRandomEmbeddings } from '../../test/write-random-embeddings';
import { withBenchGraph } from './bench-graph';
import { interleave, median, ratioOf, type Row } from './measure';

const STORE = { customers: 200, films: 1_000, seed: 1 };
const LISTED = 20;
const COUNTED_REQUESTS = 21;
/** Calls that are in progress at the same time, and how often they are made before they are measured. */
const AT_ONCE = 8;
const WARM_UP = 40;
/** Max CPU time per operation, in milliseconds. */
const GOALS_MS = { one: 1.6, twenty: 8 };

const ONE = 'query ($id: ID!) { recommendations(customer: $id, first: 10) { items { film { title } } } }';
const TWENTY = `query ($ids: [ID!]) {
  customers(where: { customerId: { in: $ids } }) {
    recommendations(first: 5) { items { film { title } } }
  }
}`;

/**
 * Measures the CPU time of lists with titles, compared to a round trip to the graph, without HTTP. Fills a private Neo4j
 * in var/bench.
 */
export const measureAnswers = (): Promise<Row[]> => withBenchGraph(measure);

async function measure(graph: Graph): Promise<Row[]> {
  await importSample(graph, { ...STORE, progress: silentProgress });
  await writeRandomEmbeddings(graph);
  const recommender = createRecommender({
    graph,
    engine: await loadEngine('cpu'),
    seed: 1,
    logger: silentLogger,
  });
  const schemas = await buildSchemas(graph);
  const ask = async (source: string, variableValues: Record<string, unknown>) => {
    const { errors } = await graphql({
      schema: schemas.api,
      source,
      variableValues,
      contextValue: createContext(recommender, schemas, ADMIN),
    });
    if (errors) throw errors[0];
  };
  const customer = (number: number) => String(1 + (number % STORE.customers));
  const operations = {
    one: (call: number) => ask(ONE, { id: customer(call) }),
    twenty: (call: number) =>
      ask(TWENTY, { ids: Array.from({ length: LISTED }, (_, i) => customer(call * LISTED + i)) }),
  };
  const countStatements = async (operation: (call: number) => Promise<void>): Promise<number> => {
    const counts: number[] = [];
    for (let call = 0; call < COUNTED_REQUESTS; call++) {
      const before = graph.statements();
      await operation(call);
      counts.push(graph.statements() - before);
    }
    return median(counts);
  };
  try {
    const together = (operation: (call: number) => Promise<unknown>) => (call: number) =>
      Promise.all(Array.from({ length: AT_ONCE }, (_, i) => operation(call * AT_ONCE + i)));
    const batches = {
      one: together(operations.one),
      twenty: together(operations.twenty),
      trip: together(() => graph.read('RETURN 1 AS one')),
    };
    for (let call = 0; call < WARM_UP; call++)
      for (const warmUp of Object.values(batches)) await warmUp(call);
    const timings = await interleave(batches);
    const rowsOf = async (name: keyof typeof operations, work: string): Promise<Row[]> => {
      const value = median(timings[name]) / AT_ONCE;
      const statements = await countStatements(operations[name]);
      const perTrip = ratioOf(timings, name, 'trip');
      return [
        { work, value, anchor: 'a round trip to the graph', ratio: perTrip },
        { work, value, anchor: `${GOALS_MS[name]} ms`, ratio: GOALS_MS[name] / value, goal: 1 },
        {
          work,
          value: statements,
          unit: 'statements',
          anchor: '1 statement',
          ratio: 1 / statements,
          goal: name === 'one' ? 1 : null,
        },
      ];
    };
    return [
      ...(await rowsOf('one', '10 recommendations with titles')),
      ...(await rowsOf('twenty', '20 customers with 5 recommendations and titles')),
    ];
  } finally {
    await recommender.close();
  }
}
