import { Neo4jError } from 'neo4j-driver';
import { AppError } from '../../app-error';
import type { FilmCatalogue } from '../films/film-catalogue';
import {
  FALLBACK_POLICIES,
  isTrainable,
  type PolicyName,
  type ServedPolicy,
  TRAINABLE,
} from '../policies/policy';
import type { TutorialTrainer } from '../training/tutorial-trainer';
import type { Promotion } from '../versions/promotion-repository';
import type { Promotions } from '../versions/promotions';
import type { VersionCache } from '../versions/version-cache';
import type { FittedBaselines } from './fitted-baselines';

/** The default policy. */
export interface AnsweringPolicy extends ServedPolicy {
  /** Why this policy is the default. */
  readonly reason: string;
  /** Why the preferred policy is not available; undefined if it is. */
  readonly degraded?: string;
}

/** Finds policies for a catalogue's film numbers. */
export interface PolicyRegistry {
  /**
   * Returns a policy by name. Default: the default policy. The default version of a policy that learns is the promoted
   * version if that policy is promoted, otherwise the newest one.
   * @throws AppError POLICY_UNTRAINED, EMBEDDINGS_MISSING; BAD_USER_INPUT or NOT_FOUND for an invalid version
   */
  policy(catalogue: FilmCatalogue, name?: PolicyName, version?: string): Promise<ServedPolicy>;
  /**
   * Returns the default policy: the promoted one, or the best available policy.
   * @throws AppError POLICY_UNTRAINED if no policy is available
   */
  answering(catalogue: FilmCatalogue): Promise<AnsweringPolicy>;
  /**
   * Returns the candidate of the running trial, which answers its half of the customers; the policy that answers the others
   * if there is no trial, or the candidate is not available.
   */
  candidate(catalogue: FilmCatalogue): Promise<ServedPolicy>;
}

/** Options of `createPolicyRegistry`. */
export interface PolicyRegistryOptions {
  readonly tutorial: TutorialTrainer;
  readonly baselines: FittedBaselines;
  readonly versions: VersionCache;
  readonly promotions: Promotions;
}

export function createPolicyRegistry(options: PolicyRegistryOptions): PolicyRegistry {
  const { tutorial, baselines, versions, promotions } = options;

  /** Returns the newest version of a policy; undefined if the policy is not trained. */
  const newest = async (catalogue: FilmCatalogue, name: PolicyName): Promise<ServedPolicy | undefined> => {
    if (name === 'TUTORIAL') return tutorial.served(catalogue);
    return isTrainable(name) ? versions.newest(catalogue, name) : baselines.served(catalogue, name);
  };

  const findPromoted = async (
    catalogue: FilmCatalogue,
    { policy, version }: Promotion,
  ): Promise<ServedPolicy | undefined> => {
    if (!isTrainable(policy) || version === null) return newest(catalogue, policy);
    return versions.find(catalogue, policy, version);
  };

  /** Tries the newest promotion, earlier ones of its policy, its newest version, and earlier promotions of other policies. */
  const promoted = async (
    catalogue: FilmCatalogue,
    failures: string[],
  ): Promise<AnsweringPolicy | undefined> => {
    const [current, ...earlier] = await promotions.recent();
    if (!current) return undefined;
    const isSamePolicy = ({ policy }: Promotion) => policy === current.policy;
    const attempts = [
      ...[current, ...earlier.filter(isSamePolicy)].map((promotion) => ({
        promotion,
        version: promotion.version,
      })),
      { promotion: current, version: null },
      ...earlier
        .filter((promotion) => !isSamePolicy(promotion))
        .map((promotion) => ({ promotion, version: promotion.version })),
    ];
    const tried = new Set<string>();
    for (const { promotion, version } of attempts) {
      const key = `${promotion.policy} ${version ?? ''}`.trim();
      if (tried.has(key)) continue;
      tried.add(key);
      try {
        const served = await findPromoted(catalogue, { ...promotion, version });
        if (served) {
          const reason = `${key} was promoted at ${promotion.promotedAt}.`;
          return { ...served, exploration: promotion.exploration, reason };
        }
        failures.push(`${key} does not exist, or was trained on other embeddings.`);
      } catch (error) {
        if (!(error instanceof AppError) || isUnavailable(error)) throw error;
        failures.push(error.message);
      }
    }
    return undefined;
  };

  const fallback = async (catalogue: FilmCatalogue, failures: string[]): Promise<AnsweringPolicy> => {
    const cause = failures.length > 0 ? 'No promoted policy is available' : 'No policy is promoted';
    for (const name of FALLBACK_POLICIES) {
      try {
        const served = await baselines.servedSoon(catalogue, name);
        if (!served) continue;
        return { ...served, reason: `${cause}: ${name} is the best available policy.` };
      } catch (error) {
        if (isUnavailable(error)) throw error;
        failures.push(`${name} cannot be fitted: ${(error as Error).message}`);
      }
    }
    throw new AppError(
      'POLICY_UNTRAINED',
      `${cause}, and no baseline can be fitted. Import rentals, then run reelgraph doctor.`,
    );
  };

  const answering: PolicyRegistry['answering'] = async (catalogue) => {
    const failures: string[] = [];
    const found = (await promoted(catalogue, failures)) ?? (await fallback(catalogue, failures));
    return failures.length > 0 ? { ...found, degraded: failures.join(' ') } : found;
  };

  const candidate: PolicyRegistry['candidate'] = async (catalogue) => {
    const trial = await promotions.trial();
    try {
      const served = trial && (await versions.find(catalogue, trial.policy, trial.version));
      if (served) return { ...served, exploration: trial.exploration };
    } catch (error) {
      // The cache of versions has logged it; the next judgment ends the trial.
      if (!(error instanceof AppError) || isUnavailable(error)) throw error;
    }
    return answering(catalogue);
  };

  const requireVersion = async (
    catalogue: FilmCatalogue,
    name: PolicyName | undefined,
    version: string,
  ): Promise<ServedPolicy> => {
    if (!name || !isTrainable(name)) {
      throw new AppError(
        'BAD_USER_INPUT',
        `Invalid version: only ${TRAINABLE.join(' and ')} have versions. Set policy to one of them.`,
      );
    }
    const served = await versions.find(catalogue, name, version);
    if (served) return served;
    throw new AppError(
      'NOT_FOUND',
      `${name} has no version ${JSON.stringify(version)} for the current embeddings. Query policyVersions { version } for the current ones.`,
    );
  };

  return {
    answering,
    candidate,
    policy: async (catalogue, name, version) => {
      if (version !== undefined) return requireVersion(catalogue, name, version);
      if (name === undefined) return answering(catalogue);
      const [promotion] = await promotions.recent();
      if (promotion?.policy === name) {
        const { exploration: _, ...served } = await answering(catalogue);
        if (served.policy.name === name) return served;
      }
      const served = await newest(catalogue, name);
      if (served) return served;
      throw new AppError(
        'POLICY_UNTRAINED',
        `${name} is not trained. Run the mutation startTraining or the command reelgraph train, or request ${FALLBACK_POLICIES.join(', ')}.`,
      );
    },
  };
}

/** Whether a failure was caused by the graph rather than by the policy. */
const isUnavailable = (error: unknown) =>
  error instanceof Neo4jError || (error instanceof AppError && error.code === 'GRAPH_UNAVAILABLE');
