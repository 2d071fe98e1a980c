import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenGraph, openGraph } from '../../open-graph';
import { isFetched } from '../../private-neo4j/distribution';
import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import { type Check, failedBy, ok, skip } from './check';

/** A graph to look into, or why there is none. */
export type OpenedForCheck = { check: Check; opened?: OpenGraph };

/**
 * Opens the graph that the settings name, or the private one, also where a service uses it; starts it where it is
 * there to be started. Nothing is fetched or made for it.
 */
export async function openForCheck(settings: Settings, progress: Progress): Promise<OpenedForCheck> {
  const { neo4j, home } = settings;
  if (!neo4j && !(isFetched(home) && existsSync(join(home, 'neo4j', 'made')))) {
    return { check: skip('Graph', 'none yet: reelgraph serve starts a private one') };
  }
  try {
    const opened = await openGraph(settings, progress, { shares: true });
    const ofOther = opened.privateNeo4j ? '' : ', in use by a service that runs';
    return { check: ok('Graph', neo4j ? neo4j.uri : `private${ofOther}`), opened };
  } catch (error) {
    return { check: failedBy('Graph', error) };
  }
}
