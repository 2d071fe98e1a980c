import type { FilmCatalogue } from '../../films/film-catalogue';
import type { Policy } from '../policy';
import type { RentalLog } from '../../rentals/rental-log';
import type { SavedLearner } from '../learner';
import { mapRows } from '../map-rows';
import { createBlendedPolicy } from './blend';
import { createDqnPolicy } from './dqn-policy';
import { type DqnProgress, readPublished } from './dqn-codec';
import { sharedWidePart } from './shared-wide-part';
import { fitWidePart } from './wide-part';

/** Options of `serveDqn`. */
export interface ServeOptions {
  /** The rentals that the wide part is fitted to. */
  readonly log?: RentalLog;
  /** Whether to fit it in a worker, so that this thread is not blocked. @default false */
  readonly inWorker?: boolean;
}

/**
 * Creates the policy from published weights. The wide part is fitted to `log`. Without a log, or if the version has no
 * blend weights yet, only the network ranks. Films that are newer than the weights are not recommended, and are ignored
 * in histories, until the policy is trained again.
 */
export async function serveDqn(
  { progress, arrays }: SavedLearner,
  { films }: Pick<FilmCatalogue, 'films'>,
  { log, inWorker = false }: ServeOptions = {},
): Promise<Policy> {
  const { settings, films: learned, blend } = progress as DqnProgress;
  const { network, facts } = readPublished(arrays);
  const rowOf = mapRows(films, learned);
  const isSame = learned.length === films.length && rowOf.every((row, film) => row === film);
  const known = log && (isSame ? log : renumber(log, rowOf, learned));
  const wide = known && blend && (await (inWorker ? sharedWidePart : fitWidePart)(known, settings));
  const policy = createBlendedPolicy({
    deep: createDqnPolicy(network, settings),
    wide,
    weights: blend ?? { deep: 1 },
    facts,
    popularityPrior: settings.popularityPrior ?? 0,
  });
  if (isSame) return policy;
  return {
    name: 'DQN',
    score: (histories) => {
      const known = histories.map((history) => history.map((film) => rowOf[film]).filter((row) => row >= 0));
      return policy
        .score(known)
        .map((scores) => Float32Array.from(rowOf, (row) => (row < 0 ? -Infinity : scores[row])));
    },
  };
}

/** Converts a log to the film numbers of the weights. Leaves out unknown films. */
function renumber(log: RentalLog, rowOf: Int32Array, films: readonly string[]): RentalLog {
  return {
    films,
    customers: log.customers,
    histories: log.histories.map((history) => history.map((film) => rowOf[film]).filter((row) => row >= 0)),
  };
}
