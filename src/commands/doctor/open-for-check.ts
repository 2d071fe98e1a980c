import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../app-error';
import { type OpenGraph, openGraph } from '../../open-graph';
import { isFetched } from '../../private-neo4j/distribution';
import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import { type Check, fail, failedBy, ok, skip } from './check';

/** A graph to look into, or why there is none. */
export type OpenedForCheck = { check: Check; opened?: OpenGraph };

/**
 * Opens the graph that the settings name, or starts the private one where there is one to start. Nothing is
 * fetched or made for it.
 */
export async function openForCheck(settings: Settings, progress: Progress): Promise<OpenedForCheck> {
  const { neo4j, home, host, port } = settings;
  if (!neo4j && !(isFetched(home) && existsSync(join(home, 'neo4j', 'made')))) {
    return { check: skip('Graph', 'none yet: reelgraph serve starts a private one') };
  }
  try {
    const opened = await openGraph(settings, progress);
    return { check: ok('Graph', neo4j ? neo4j.uri : 'private'), opened };
  } catch (error) {
    const isInUse = error instanceof AppError && error.message.includes('is in use');
    return { check: isInUse ? await askService(host, port, error) : failedBy('Graph', error) };
  }
}

/** The private graph belongs to a process that runs: what it says of itself must do. */
async function askService(host: string, port: number, inUse: Error): Promise<Check> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/readyz`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (response?.ok)
    return ok('Graph', `private, in use by the service at ${new URL(url).origin}, which is ready`);
  const found = inUse.message.split('. ')[0];
  return fail(
    'Graph',
    found,
    `No service is ready at ${new URL(url).origin}. Stop that process and look again.`,
  );
}
