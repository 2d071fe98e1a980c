import { AppError } from '../app-error';
import { EMBEDDING_NAMES, type EmbeddingName } from '../embeddings/embedding';
import { writeEmbeddings } from '../embeddings/write-embeddings';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

/**
 * Lets Graph Data Science write the named embeddings, all of them where none is named.
 * @throws AppError BAD_USER_INPUT for a name that is none, before the graph is opened
 */
export async function embed(names: readonly string[], settings: Settings, progress: Progress): Promise<void> {
  const chosen = names.length ? names.map(embeddingName) : EMBEDDING_NAMES;
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    await writeEmbeddings(graph, chosen, progress);
  } finally {
    await close();
  }
}

/** @throws AppError BAD_USER_INPUT for a name that is none */
export function embeddingName(typed: string): EmbeddingName {
  const name = EMBEDDING_NAMES.find((known) => known === typed.toUpperCase());
  if (name) return name;
  throw new AppError(
    'BAD_USER_INPUT',
    `There is no embedding ${typed}; it takes ${EMBEDDING_NAMES.join(' or ')}.`,
  );
}
