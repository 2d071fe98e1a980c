import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../films/film-catalogue';
import { splitGlobally } from '../metrics/split-log';
import { isTrainable, type Policy, type PolicyName, type TrainablePolicy } from '../policies/policy';
import { loadRentalLog } from '../rentals/load-rental-log';
import {
  compareOnNewRentals,
  isAtLeastAsGood,
  isMeasured,
  isVetoed,
  type PolicyComparison,
} from './compare-versions';
import { type NewPromotion, type Promotion, readPromotions } from './promotion-repository';
import { readRunningTrial, wasTried } from './trial-repository';
import { beginTrial, type CountVisits, hasTraffic, readTraffic } from './trials';
import { DamagedVersion, type VersionCache } from './version-cache';
import { type PolicyVersion, readPolicyVersions } from './version-repository';

/**
 * TOO_FEW_RENTALS: too few new rentals to compare on. TRIAL_STARTED: the candidate serves half of the customers from now
 * on. TRIAL_RUNNING: another version is in a trial. VETOED: the candidate ranks the newest rentals worse. PROMOTED, KEPT:
 * too few customers are served lists for a trial, so the ranking of the newest rentals decided. OVERTAKEN: another policy
 * was promoted during the comparison.
 */
export type ChallengeOutcome =
  'TOO_FEW_RENTALS' | 'TRIAL_STARTED' | 'TRIAL_RUNNING' | 'VETOED' | 'PROMOTED' | 'KEPT' | 'OVERTAKEN';

/** How the newest version of a policy did against the policy that answers. */
export interface Challenge {
  readonly outcome: ChallengeOutcome;
  /** The version that wants to be promoted, as text. */
  readonly candidate: string;
  /** The policy that answers, as text. */
  readonly current: string;
  /** Absent if another trial is running: nothing is measured then. */
  readonly comparison?: PolicyComparison;
}

/** Options of `challengePolicy`. */
export interface ChallengeOptions {
  readonly graph: Graph;
  readonly versions: VersionCache;
  readonly catalogue: () => Promise<FilmCatalogue>;
  /** Fits a baseline to the rentals before a moment, in milliseconds since 1970; undefined for other policies. */
  readonly fitUntil: (films: FilmCatalogue, name: PolicyName, until: number) => Promise<Policy | undefined>;
  readonly countVisits: CountVisits;
  /** Makes a version the one that answers. @returns undefined if another policy was promoted meanwhile */
  readonly promote: (promotion: Omit<NewPromotion, 'id'>) => Promise<Promotion | undefined>;
}

/**
 * Compares the newest version of a policy with the policy that answers, whatever that is. Both rank the rentals since the
 * version was trained, which neither has seen. If the store has traffic, a clearly worse version is vetoed, and a trial
 * of any other starts. A store without traffic promotes the version if it ranks at least as well.
 * @param at milliseconds since 1970
 * @returns undefined if there is nothing to compare: no newer version, or its trial has ended
 */
export async function challengePolicy(
  options: ChallengeOptions,
  policy: TrainablePolicy,
  at: number,
): Promise<Challenge | undefined> {
  const { graph, promote } = options;
  const [[current], [newest]] = await Promise.all([
    readPromotions(graph, 1),
    readPolicyVersions(graph, 1, policy),
  ]);
  if (!current || !newest || (current.policy === policy && current.version === newest.version)) {
    return undefined;
  }
  const names = { candidate: nameOf(newest), current: nameOf(current) };
  const [running, isTried] = await Promise.all([readRunningTrial(graph), wasTried(graph, newest)]);
  if (running && running.version !== newest.version) return { ...names, outcome: 'TRIAL_RUNNING' };
  if (running || isTried) return undefined;
  const comparison = await compare(options, newest, current).catch((error: unknown) => {
    // The cache of versions has logged it.
    if (error instanceof DamagedVersion) return undefined;
    throw error;
  });
  if (!comparison) return undefined;
  return { ...names, comparison, outcome: await decide(comparison) };

  async function decide(measured: PolicyComparison): Promise<ChallengeOutcome> {
    if (!isMeasured(measured)) return 'TOO_FEW_RENTALS';
    const traffic = await readTraffic(options.countVisits, at);
    if (!hasTraffic(traffic)) {
      if (!isAtLeastAsGood(measured)) return 'KEPT';
      const { exploration, promotedAt: after } = current;
      return (await promote({ policy, exploration, version: newest, after })) ? 'PROMOTED' : 'OVERTAKEN';
    }
    if (isVetoed(measured)) return 'VETOED';
    const trial = await beginTrial(graph, newest, current, { at, traffic });
    return trial ? 'TRIAL_STARTED' : 'TRIAL_RUNNING';
  }
}

/**
 * Measures both on the rentals since the version was trained. Parts that are fitted to all rentals, such as EASE, are
 * fitted to the earlier ones only. @returns undefined if one of the two cannot be loaded
 */
async function compare(
  { graph, catalogue, versions, fitUntil }: ChallengeOptions,
  newest: PolicyVersion,
  current: Promotion,
): Promise<PolicyComparison | undefined> {
  const films = await catalogue();
  const since = Date.parse(newest.trainedAt);
  const log = await loadRentalLog(graph, films.films);
  const { train } = splitGlobally(log, since);
  const [candidate, answering] = await Promise.all([
    versions.findFor(films, newest.policy, newest.version, train),
    findAnswering(),
  ]);
  return candidate && answering && compareOnNewRentals(candidate, answering, log, since);

  async function findAnswering(): Promise<Policy | undefined> {
    const { policy, version } = current;
    if (!isTrainable(policy)) return fitUntil(films, policy, since);
    return version === null ? undefined : versions.findFor(films, policy, version, train);
  }
}

const nameOf = ({ policy, version }: Pick<Promotion, 'policy' | 'version'>) =>
  `${policy} ${version ?? ''}`.trim();
