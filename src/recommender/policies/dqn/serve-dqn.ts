import type { FilmCatalogue } from '../../films/film-catalogue';
import type { Policy } from '../policy';
import type { RentalLog } from '../../rentals/rental-log';
import type { SavedLearner } from '../learner';
import { createBlendedPolicy } from './blend';
import { createDqnPolicy } from './dqn-policy';
import { type DqnProgress, mapRows, readPublished } from './dqn-codec';
import { sharedWidePart } from './shared-wide-part';
import { fitWidePart } from './wide-part';

/** How a policy is loaded. */
export interface ServeOptions {
  /** The rentals that the wide part is fitted to. */
  readonly log?: RentalLog;
  /** Whether a worker fits it, so that this thread can serve. @default false */
  readonly inWorker?: boolean;
}

/**
 * Returns the policy of published weights. The wide part is fitted to `log`; without a log, or before a run has fitted
 * the weights of the wide part, the network ranks alone. Films that are newer than the weights are not recommended and
 * do not count in a history until the policy is trained again.
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

/** A log in the film numbers of the weights. Films that the weights do not know are left out. */
function renumber(log: RentalLog, rowOf: Int32Array, films: readonly string[]): RentalLog {
  return {
    films,
    customers: log.customers,
    histories: log.histories.map((history) => history.map((film) => rowOf[film]).filter((row) => row >= 0)),
  };
}
