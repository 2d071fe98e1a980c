import type { Graph } from '../graph/graph';
import { EMBEDDINGS, type EmbeddingName } from './embedding';

/** The name of the vector index of an embedding. */
export const vectorIndexName = (embedding: EmbeddingName) => `film_${embedding.toLowerCase()}`;

/** How long to wait until the index covers all films, in seconds. */
const WAIT_SECONDS = 3_600;

/** Quantization loses a fifth to a third of the nearest films of a graph embedding, so it is off. */
const createStatement = (graph: Graph, embedding: EmbeddingName) => `
  CREATE VECTOR INDEX ${vectorIndexName(embedding)} IF NOT EXISTS
  FOR (film:${graph.model.film.label}) ON (film.${EMBEDDINGS[embedding].property})
  OPTIONS { indexConfig: {
    \`vector.dimensions\`: ${EMBEDDINGS[embedding].dimension},
    \`vector.similarity_function\`: 'cosine',
    \`vector.quantization.enabled\`: false
  } }`;

/** Creates the vector index of the films' embedding, unless it exists, and waits until it covers all films. */
export async function createVectorIndex(graph: Graph, embedding: EmbeddingName): Promise<void> {
  await graph.run(createStatement(graph, embedding));
  await graph.run(`CALL db.awaitIndex($name, ${WAIT_SECONDS})`, { name: vectorIndexName(embedding) });
}

/** Whether the vector index of an embedding exists and is online. */
export async function hasVectorIndex(graph: Graph, embedding: EmbeddingName): Promise<boolean> {
  const rows = await graph.read(
    `SHOW VECTOR INDEXES YIELD name, state WHERE name = $name AND state = 'ONLINE' RETURN name`,
    { name: vectorIndexName(embedding) },
  );
  return rows.length > 0;
}
