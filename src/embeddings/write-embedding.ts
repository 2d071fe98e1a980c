import { randomUUID } from 'node:crypto';
import neo4j from 'neo4j-driver';
import { AppError } from '../app-error';
import { moveFilmVersion } from '../graph/film-version';
import type { Graph } from '../graph/graph';
import type { Logger } from '../logger';
import type { Report } from '../progress';
import { EMBEDDINGS, type EmbeddingName } from './embedding';
import { watchProgress } from './watch-progress';
import { withProjection } from './with-projection';

/** The result of writing one embedding. */
export interface WrittenEmbedding {
  embedding: EmbeddingName;
  property: string;
  dimension: number;
  nodes: number;
  seconds: number;
}

const HAS_PROCEDURE = 'SHOW PROCEDURES YIELD name WHERE name = $procedure RETURN name';

const writeStatement = (procedure: string) => `
  CALL ${procedure}($projection, $configuration) YIELD nodePropertiesWritten
  RETURN nodePropertiesWritten AS nodes`;

/**
 * Computes one embedding in Graph Data Science and writes it to actors, films and categories. Customers are left out,
 * so an embedding describes the film and not who rented it. Nodes keep their previous embedding until the new one is
 * written. The caller must hold the embedding lease.
 * @throws AppError GDS_MISSING; BAD_USER_INPUT if the graph has nothing to compute embeddings from
 */
export async function writeEmbedding(
  graph: Graph,
  embedding: EmbeddingName,
  report: Report,
  logger: Logger,
): Promise<WrittenEmbedding> {
  const { property, dimension, procedure, parameters } = EMBEDDINGS[embedding];
  await requireProcedure(graph, procedure);
  const startedAt = performance.now();
  const nodes = await withProjection(graph, async (projection) => {
    const jobId = randomUUID();
    const configuration = { ...parameters, embeddingDimension: dimension, writeProperty: property, jobId };
    const watch = watchProgress(graph, jobId, report, logger);
    try {
      const [row] = await graph.run<{ nodes: number }>(writeStatement(procedure), {
        projection,
        configuration: withIntegers(configuration),
      });
      return row.nodes;
    } finally {
      await watch.stop();
    }
  });
  await moveFilmVersion(graph);
  return { embedding, property, dimension, nodes, seconds: (performance.now() - startedAt) / 1_000 };
}

async function requireProcedure(graph: Graph, procedure: string): Promise<void> {
  if ((await graph.run(HAS_PROCEDURE, { procedure })).length > 0) return;
  throw new AppError(
    'GDS_MISSING',
    `The graph database has no ${procedure}. Install the Graph Data Science plugin and allow gds.* in dbms.security.procedures.unrestricted; on Aura choose a plan with Graph Data Science. Everything else works without it.`,
  );
}

/** Graph Data Science requires Neo4j integers; the driver sends plain numbers as floats. */
function withIntegers(configuration: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(configuration);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Number.isInteger(value) ? neo4j.int(value as number) : value]),
  );
}
