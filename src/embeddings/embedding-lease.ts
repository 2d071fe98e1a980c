import { randomUUID } from 'node:crypto';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import type { Logger } from '../logger';

/** The duration of the lease, in milliseconds, unless it is renewed. */
const LEASE_MS = 15_000;
const RENEW_EVERY_MS = 3_000;

const ACQUIRE = `
  MERGE (lease:EmbeddingLease {name: 'writer'})
  ON CREATE SET lease.expiresAt = datetime({epochMillis: 0})
  SET lease.lookedAt = timestamp()
  WITH lease WHERE lease.expiresAt <= datetime.realtime()
  SET lease.owner = $owner, lease.expiresAt = datetime.realtime() + duration({milliseconds: $milliseconds})
  RETURN lease.owner AS owner`;

const RENEW = `
  MATCH (lease:EmbeddingLease {name: 'writer', owner: $owner})
  SET lease.expiresAt = datetime.realtime() + duration({milliseconds: $milliseconds})`;

const RELEASE = `
  MATCH (lease:EmbeddingLease {name: 'writer', owner: $owner})
  SET lease.expiresAt = datetime({epochMillis: 0})`;

/**
 * Runs work while holding the embedding lease. Only one process per graph can hold it. The lease of a crashed process
 * expires.
 * @throws AppError EMBEDDING_BUSY if another process or request is writing embeddings
 */
export async function withEmbeddingLease<Result>(
  graph: Graph,
  logger: Logger,
  work: () => Promise<Result>,
): Promise<Result> {
  const parameters = { owner: randomUUID(), milliseconds: LEASE_MS };
  const [taken] = await graph.write<{ owner: string }>(ACQUIRE, parameters);
  if (!taken) {
    const message = 'Embeddings are already being written. Wait until this is done, then try again.';
    throw new AppError('EMBEDDING_BUSY', message);
  }
  const renewing = setInterval(() => {
    graph
      .write(RENEW, parameters)
      .catch((err: unknown) => logger.warn({ err }, 'Renewing the embedding lease failed, retrying'));
  }, RENEW_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await graph
      .write(RELEASE, parameters)
      .catch((err: unknown) =>
        logger.warn({ err }, 'Releasing the embedding lease failed; it expires by itself'),
      );
  }
}
