import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenGraph, openGraph } from '../../open-graph';
import { isFetched } from '../../private-neo4j/distribution';
import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import { type Check, failedBy, ok, skip } from './check';

/** The result of opening the graph, and the graph if it could be opened. */
export type OpenedForCheck = { check: Check; opened?: OpenGraph };

/**
 * Opens the configured graph, or the private one, even if a running server uses it. Starts the private Neo4j if it was
 * set up before; does not download or create anything.
 */
export async function openForCheck(settings: Settings, progress: Progress): Promise<OpenedForCheck> {
  const { neo4j, home } = settings;
  if (!neo4j && !(isFetched(home) && existsSync(join(home, 'neo4j', 'made')))) {
    return { check: skip('Graph', 'not created yet; reelgraph serve starts a private Neo4j') };
  }
  try {
    const opened = await openGraph(settings, progress, { shares: true });
    const sharing = opened.privateNeo4j ? '' : ', in use by a running server';
    return { check: ok('Graph', neo4j ? neo4j.uri : `private${sharing}`), opened };
  } catch (error) {
    return { check: failedBy('Graph', error) };
  }
}
