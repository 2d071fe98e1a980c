import { graphql } from 'graphql';
import { writeEmbeddings } from '../../src/embeddings/write-embeddings';
import type { Graph } from '../../src/graph/graph';
import { ADMIN, type Viewer } from '../../src/graphql/access/viewer';
import { buildSchemas } from '../../src/graphql/build-schema';
import { createContext } from '../../src/graphql/context';
import { silentLogger } from '../../src/logger';
import { silentProgress } from '../../src/progress';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import {
  createRecommender,
  type Recommender,
  type RecommenderOptions,
} from '../../src/recommender/recommender';
import { importSample } from '../../src/store/sample/import-sample';
import { LEASE_MS } from '../recommender/training/lease-ms';
import { writeRandomEmbeddings } from '../write-random-embeddings';

/** The service without HTTP, for tests of its responses. */
export interface TestService {
  /** Executes an operation for an admin or another viewer. Errors are returned, not thrown. */
  ask(source: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<Answer>;
  readonly recommender: Recommender;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of any shape
export type Answer = { data: any; errors: { code: unknown; message: string }[] };

/** A small store, so that Graph Data Science is fast. */
export const SMALL_STORE = { customers: 40, films: 80, seed: 7 };

/** Fills an empty graph with a small sample store and its embeddings. */
export async function fillWithSmallStore(graph: Graph): Promise<void> {
  await importSample(graph, { ...SMALL_STORE, progress: silentProgress });
  await writeEmbeddings(graph, ['NODE2VEC', 'FASTRP'], silentProgress);
}

/** Fills an empty graph with the small store and random embeddings. */
export async function fillWithRandomEmbeddings(graph: Graph): Promise<void> {
  await importSample(graph, { ...SMALL_STORE, progress: silentProgress });
  await writeRandomEmbeddings(graph);
}

/** Creates the recommender and the schema of a graph, like the service. */
export async function createTestService(
  graph: Graph,
  options: Partial<RecommenderOptions> = {},
): Promise<TestService> {
  const engine = await loadEngine('auto');
  const defaults = { engine, seed: 1, logger: silentLogger, leaseMs: LEASE_MS };
  const recommender = createRecommender({ graph, ...defaults, ...options });
  const schemas = await buildSchemas(graph);
  return {
    recommender,
    ask: async (source, variableValues, viewer = ADMIN) => {
      const contextValue = createContext(recommender, schemas, viewer);
      const { data, errors = [] } = await graphql({
        schema: schemas.api,
        source,
        variableValues,
        contextValue,
      });
      return { data, errors: errors.map((error) => ({ code: codeOf(error), message: error.message })) };
    },
  };
}

/** The code of the innermost error: delegation wraps errors more than once. */
function codeOf(error: unknown): unknown {
  const { originalError, code } = error as { originalError?: unknown; code?: unknown };
  return code ?? (originalError ? codeOf(originalError) : undefined);
}
