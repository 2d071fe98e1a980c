import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { requireNumber } from '../../require-number';
import { cacheFor } from '../../ttl-cache';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { PolicyName } from '../policies/policy';
import { TRAINABLE, type TrainablePolicy } from '../policies/trainable-policies';
import { loadRentalLog } from '../rentals/load-rental-log';
import { compareOnNewRentals, isAtLeastAsGood, type PolicyComparison } from './compare-versions';
import { type Promotion, readPromotions, writePromotion } from './promotion-repository';
import { type Candidate, requireBetter } from './require-better';
import type { VersionCache } from './version-cache';
import { type PolicyVersion, readPolicyVersions, requirePolicyVersion } from './version-repository';

/** A policy to promote. */
export interface PromotionRequest {
  readonly policy: PolicyName;
  /** Default: the newest version of DQN; for other policies no particular version. */
  readonly version?: string | null;
  /** Probability that a place of a list shows a film drawn at random. */
  readonly exploration: number;
  /** Promote without evidence that the candidate is better. */
  readonly force: boolean;
}

/** Knows which policy answers, and changes it. */
export interface Promotions {
  /** Returns the newest promotions, newest first, at most `ttlMs` milliseconds old. */
  recent(): Promise<readonly Promotion[]>;
  /** Reads the newest promotions from the graph, newest first. */
  newest(first: number): Promise<Promotion[]>;
  /**
   * Makes a policy the one that answers.
   * @throws AppError BAD_USER_INPUT if it does not beat the policy that answers, NOT_FOUND, POLICY_UNTRAINED
   */
  promote(request: PromotionRequest): Promise<{ promotion: Promotion; previous: Promotion | null }>;
  /**
   * If a version of the policy is promoted and a newer one is published, measures both on the rentals since the newer one
   * was trained, and promotes it if it ranks them at least as well. Undefined if there is no newer version.
   */
  challenge(policy: TrainablePolicy): Promise<Challenge | undefined>;
  /** If a version of the policy is promoted, promotes another one in its place, without comparing them. */
  follow(policy: PolicyName, version: string): Promise<void>;
}

/** The outcome of a challenge. */
export interface Challenge {
  readonly candidate: string;
  readonly current: string;
  readonly comparison: PolicyComparison;
  /** Undefined if the candidate was not promoted. */
  readonly promotion: Promotion | undefined;
}

/** Options of `createPromotions`. */
export interface PromotionsOptions {
  readonly graph: Graph;
  readonly versions: VersionCache;
  readonly catalogue: () => Promise<FilmCatalogue>;
  /** The policy that answers, which a candidate must beat. */
  readonly answering: () => Promise<Candidate>;
  readonly ttlMs: number;
}

/** Promotions that the registry may fall back to. */
const RECENT = 10;

export function createPromotions(options: PromotionsOptions): Promotions {
  const { graph, ttlMs } = options;
  const readRecent = () => readPromotions(graph, RECENT);
  let recent = cacheFor(ttlMs, readRecent);
  /** The next list of this process is made with the new policy. */
  const write = async (...parameters: Parameters<typeof writePromotion>): Promise<Promotion> => {
    const promotion = await writePromotion(...parameters);
    recent = cacheFor(ttlMs, readRecent);
    return promotion;
  };

  return {
    recent: () => recent(),
    newest: (first) => readPromotions(graph, first),
    promote: async (request) => {
      requireNumber('exploration', request.exploration, { min: 0, max: 1 });
      const version = await chooseVersion(graph, request);
      if (version) await requireServable(version, options);
      const [previous = null] = await readPromotions(graph, 1);
      if (!request.force) {
        await requireBetter(graph, { policy: request.policy, version }, await options.answering());
      }
      return { promotion: await write(graph, request, version), previous };
    },
    challenge: async (policy) => {
      const [[current], [newest]] = await Promise.all([
        readPromotions(graph, 1),
        readPolicyVersions(graph, 1, policy),
      ]);
      if (current?.policy !== policy || current.version === null || !newest) return undefined;
      if (newest.version === current.version) return undefined;
      const films = await options.catalogue();
      const [candidate, answering] = await Promise.all(
        [newest.version, current.version].map((version) => options.versions.find(films, policy, version)),
      );
      if (!candidate || !answering) return undefined;
      const log = await loadRentalLog(graph, films.films);
      const since = Date.parse(newest.trainedAt);
      const comparison = await compareOnNewRentals(candidate.policy, answering.policy, log, since);
      const promotion = isAtLeastAsGood(comparison) ? await write(graph, current, newest) : undefined;
      return { candidate: newest.version, current: current.version, comparison, promotion };
    },
    follow: async (policy, version) => {
      const [current] = await readPromotions(graph, 1);
      if (current?.policy !== policy || current.version === null) return;
      await write(graph, current, await requirePolicyVersion(graph, policy, version));
    },
  };
}

async function chooseVersion(
  graph: Graph,
  { policy, version }: PromotionRequest,
): Promise<PolicyVersion | undefined> {
  const learns = TRAINABLE.some((known) => known === policy);
  if (version && !learns) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid version: ${policy} is fitted to the rentals and has no versions. Leave version out.`,
    );
  }
  if (version) return requirePolicyVersion(graph, policy, version);
  if (!learns || policy === 'TUTORIAL') return undefined;
  const [newest] = await readPolicyVersions(graph, 1, policy);
  if (newest) return newest;
  throw new AppError(
    'POLICY_UNTRAINED',
    `${policy} has no version. Run the mutation startTraining or the command reelgraph train.`,
  );
}

/** @throws DamagedVersion, or AppError POLICY_UNTRAINED if the version was trained on other embeddings */
async function requireServable(
  { policy, version }: PolicyVersion,
  { versions, catalogue }: PromotionsOptions,
): Promise<void> {
  if (await versions.find(await catalogue(), policy, version)) return;
  throw new AppError(
    'POLICY_UNTRAINED',
    `${policy} ${version} was trained on other embeddings. Train it again.`,
  );
}
