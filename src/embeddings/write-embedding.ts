import { randomUUID } from 'node:crypto';
import neo4j from 'neo4j-driver';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import type { Report } from '../progress';
import { EMBEDDINGS, type EmbeddingName } from './embedding';
import { watchProgress } from './watch-progress';
import { withProjection } from './with-projection';

/** What was written for one embedding. */
export interface WrittenEmbedding {
  embedding: EmbeddingName;
  property: string;
  dimension: number;
  nodes: number;
  seconds: number;
}

const FILMS = 'MATCH (film:Film) RETURN count(film) AS films';

const writeStatement = (procedure: string) => `
  CALL ${procedure}($projection, $configuration) YIELD nodePropertiesWritten
  RETURN nodePropertiesWritten AS nodes`;

/**
 * Computes one embedding in Graph Data Science and writes it to actors, films and categories. Customers are
 * left out, so an embedding says what a film is, never who rented it. The nodes keep their old embedding
 * until the new one is written.
 * @throws AppError BAD_USER_INPUT where the graph holds no films
 */
export async function writeEmbedding(
  graph: Graph,
  embedding: EmbeddingName,
  report: Report = () => {},
): Promise<WrittenEmbedding> {
  const { property, dimension, procedure, parameters } = EMBEDDINGS[embedding];
  await requireFilms(graph);
  const startedAt = performance.now();
  const nodes = await withProjection(graph, embedding, async (projection) => {
    const jobId = randomUUID();
    const configuration = { ...parameters, embeddingDimension: dimension, writeProperty: property, jobId };
    const watch = watchProgress(graph, jobId, report);
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
  return { embedding, property, dimension, nodes, seconds: (performance.now() - startedAt) / 1_000 };
}

async function requireFilms(graph: Graph): Promise<void> {
  const [{ films }] = await graph.read<{ films: number }>(FILMS);
  if (films === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'The graph holds no films. Import a store first: reelgraph import sample.',
    );
  }
}

/** Graph Data Science takes whole numbers only as Neo4j integers, which plain numbers are not. */
function withIntegers(configuration: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(configuration);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Number.isInteger(value) ? neo4j.int(value as number) : value]),
  );
}
