import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { requireNumber } from '../../require-number';
import { cacheFor } from '../../ttl-cache';
import type { FilmCatalogue } from '../films/film-catalogue';
import { type PolicyName, isTrainable, type TrainablePolicy } from '../policies/policy';
import { type Challenge, type ChallengeOptions, challengePolicy } from './challenge';
import { type NewPromotion, type Promotion, readPromotions, writePromotion } from './promotion-repository';
import { type Candidate, requireBetter } from './require-better';
import { type PromotionTrial, readRunningTrial, readTrials, type TrialCandidate } from './trial-repository';
import { type CountVisits, isCurrent, judgeRunningTrial, stopTrial } from './trials';
import { DamagedVersion, type VersionCache } from './version-cache';
import { type PolicyVersion, readPolicyVersions, requirePolicyVersion } from './version-repository';

/** A policy to promote. */
export interface PromotionRequest {
  readonly policy: PolicyName;
  /** Default: the newest version for DQN, no version for other policies. */
  readonly version?: string | null;
  /** The probability that a place of a list shows a random film. */
  readonly exploration: number;
  /** Whether to promote without evidence that the candidate is better. */
  readonly force: boolean;
}

/** Manages the default policy. */
export interface Promotions {
  /** Returns the newest promotions, newest first, at most `ttlMs` milliseconds old. */
  recent(): Promise<readonly Promotion[]>;
  /** Reads the newest promotions from the graph, newest first. */
  newest(first: number): Promise<Promotion[]>;
  /**
   * Makes a policy the default.
   * @throws AppError BAD_USER_INPUT if it is not better than the current default, NOT_FOUND, POLICY_UNTRAINED
   */
  promote(request: PromotionRequest): Promise<{ promotion: Promotion; previous: Promotion | null }>;
  /**
   * Makes a policy the default if no policy was ever promoted.
   * @returns undefined if there is a promotion
   */
  promoteFirst(request: Omit<PromotionRequest, 'force'>): Promise<Promotion | undefined>;
  /** See {@link challengePolicy}. @param at milliseconds since 1970; default: now */
  challenge(policy: TrainablePolicy, at?: number): Promise<Challenge | undefined>;
  /** If a version of the policy is promoted, promotes another version in its place, without a comparison. */
  follow(policy: PolicyName, version: string): Promise<void>;
  /** Returns the running trial, at most `ttlMs` milliseconds old; undefined if there is none. */
  trial(): Promise<PromotionTrial | undefined>;
  /** Reads the newest trials from the graph, newest first. */
  trials(first: number): Promise<PromotionTrial[]>;
  /** See {@link judgeRunningTrial}. @param at milliseconds since 1970; default: now */
  judge(at?: number): Promise<PromotionTrial | undefined>;
  /** See {@link stopTrial}. */
  stopTrial(id: string): Promise<PromotionTrial>;
}

/** Options of `createPromotions`. */
export interface PromotionsOptions {
  readonly graph: Graph;
  readonly versions: VersionCache;
  readonly catalogue: () => Promise<FilmCatalogue>;
  /** The default policy, which a candidate must beat. */
  readonly answering: () => Promise<Candidate>;
  readonly fitUntil: ChallengeOptions['fitUntil'];
  readonly countVisits: CountVisits;
  readonly ttlMs: number;
}

/** Number of promotions that the registry can fall back to. */
const RECENT = 10;

/** The newest promotions, and the running trial of a candidate against the first of them. */
interface Standing {
  readonly promotions: readonly Promotion[];
  readonly trial: PromotionTrial | undefined;
}

async function readStanding(graph: Graph): Promise<Standing> {
  const [promotions, trial] = await Promise.all([readPromotions(graph, RECENT), readRunningTrial(graph)]);
  return { promotions, trial: trial && isCurrent(trial, promotions[0]) ? trial : undefined };
}

export function createPromotions(options: PromotionsOptions): Promotions {
  const { graph, ttlMs } = options;
  const readCached = () => cacheFor(ttlMs, () => readStanding(graph));
  let standing = readCached();
  /** Refreshes the caches after `work`, so that the next list of this process uses the result. */
  const change = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    standing = readCached();
    return result;
  };
  const write = (promotion: Omit<NewPromotion, 'id'>) => {
    const id = randomUUID();
    return change(graph.transaction((run) => writePromotion(run, { id, ...promotion })));
  };
  const chooseServable = async (request: Omit<PromotionRequest, 'force'>) => {
    requireNumber('exploration', request.exploration, { min: 0, max: 1 });
    const version = await chooseVersion(graph, request);
    if (version) await requireServable(version, options);
    return version;
  };

  return {
    recent: async () => (await standing()).promotions,
    newest: (first) => readPromotions(graph, first),
    promote: async (request) => {
      const version = await chooseServable(request);
      const [previous = null] = await readPromotions(graph, 1);
      if (!request.force) {
        await requireBetter(graph, { policy: request.policy, version }, await options.answering());
      }
      const { policy, exploration } = request;
      return { promotion: (await write({ policy, exploration, version })) as Promotion, previous };
    },
    promoteFirst: async (request) => {
      const version = await chooseServable(request);
      return write({ policy: request.policy, exploration: request.exploration, version, after: null });
    },
    challenge: (policy, at = Date.now()) =>
      change(challengePolicy({ ...options, promote: write }, policy, at)),
    follow: async (policy, version) => {
      const [current] = await readPromotions(graph, 1);
      if (current?.policy !== policy || current.version === null) return;
      const { exploration, promotedAt: after } = current;
      await write({
        ...{ policy, exploration, after },
        version: await requirePolicyVersion(graph, policy, version),
      });
    },
    trial: async () => (await standing()).trial,
    trials: (first) => readTrials(graph, first),
    judge: (at = Date.now()) =>
      change(judgeRunningTrial({ ...options, canServe: (version) => canServe(version, options) }, at)),
    stopTrial: (id) => change(stopTrial(graph, id)),
  };
}

/** Whether a version can be loaded for the current films. */
async function canServe(
  { policy, version }: TrialCandidate,
  { versions, catalogue }: PromotionsOptions,
): Promise<boolean> {
  try {
    return (await versions.find(await catalogue(), policy, version)) !== undefined;
  } catch (error) {
    if (error instanceof DamagedVersion) return false;
    throw error;
  }
}

async function chooseVersion(
  graph: Graph,
  { policy, version }: Omit<PromotionRequest, 'force'>,
): Promise<PolicyVersion | undefined> {
  const learns = isTrainable(policy);
  if (version && !learns) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid version: ${policy} is fitted to the rentals and has no versions. Omit version.`,
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
