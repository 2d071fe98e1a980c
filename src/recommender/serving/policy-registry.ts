import { AppError } from '../../app-error';
import { BASELINES, type FittedBaselines } from './fitted-baselines';
import type { FilmCatalogue } from '../films/film-catalogue';
import { DEFAULT_POLICY, type Policy, type PolicyName } from '../policy';
import { TRAINABLE } from '../policies/trainable-policies';
import type { Promotions } from '../versions/promotions';
import type { VersionCache } from '../versions/version-cache';
import type { TutorialTrainer } from '../policies/tutorial/tutorial-trainer';

/** A policy that answers, and its version. */
export interface ServedPolicy {
  policy: Policy;
  version: string;
  /** The chance with which a place of a served list goes to a film drawn at random; 0 where it is left out. */
  exploration?: number;
}

/** Gives policies whose film numbers are a catalogue's. */
export interface PolicyRegistry {
  /**
   * The policy of that name, or the promoted one. Of a policy that learns: the promoted version where the policy
   * is the promoted one, else what it learned last.
   * A version that is named is found whether it serves or not.
   * @throws AppError POLICY_UNTRAINED, EMBEDDINGS_MISSING; NOT_FOUND or BAD_USER_INPUT for a version that is none
   */
  policy(catalogue: FilmCatalogue, name?: PolicyName, version?: string): Promise<ServedPolicy>;
}

export interface PolicyShelfParts {
  tutorial: TutorialTrainer;
  baselines: FittedBaselines;
  versions: VersionCache;
  promotions: Promotions;
}

/** Finds the policy that is asked for: what was promoted, an agent that was trained, or a baseline. */
export function createPolicyRegistry({
  tutorial,
  baselines,
  versions,
  promotions,
}: PolicyShelfParts): PolicyRegistry {
  const find = async (
    catalogue: FilmCatalogue,
    name: PolicyName,
    version: string | undefined,
  ): Promise<ServedPolicy> => {
    const baseline = BASELINES.find((known) => known === name);
    if (baseline) return baselines.served(catalogue, baseline);
    const learned = TRAINABLE.find((known) => known === name);
    const isLive = name === 'TUTORIAL' && version === undefined;
    const served = learned && !isLive && (await versions.served(catalogue, learned, version));
    if (served) return served;
    if (name === 'TUTORIAL') return tutorial.served(catalogue);
    throw new AppError(
      'POLICY_UNTRAINED',
      `${name} is not trained. Run the mutation startTraining, or ask for ${DEFAULT_POLICY} or ${BASELINES.join(', ')}.`,
    );
  };

  const findVersion = async (
    catalogue: FilmCatalogue,
    name: PolicyName | undefined,
    version: string,
  ): Promise<ServedPolicy> => {
    const learned = TRAINABLE.find((known) => known === name);
    if (!learned) {
      throw new AppError(
        'BAD_USER_INPUT',
        `A version is one of a policy that learns: name ${TRAINABLE.join(' or ')} beside it.`,
      );
    }
    const served = await versions.served(catalogue, learned, version);
    if (served) return served;
    throw new AppError(
      'NOT_FOUND',
      `${learned} has no version ${JSON.stringify(version)} that fits today's embeddings. Query policyVersions for those there are.`,
    );
  };

  return {
    policy: async (catalogue, asked, askedVersion) => {
      if (askedVersion !== undefined) return findVersion(catalogue, asked, askedVersion);
      const promotion = await promotions.current();
      const name = asked ?? promotion?.policy ?? DEFAULT_POLICY;
      const version = promotion?.policy === name ? (promotion.version ?? undefined) : undefined;
      const served = await find(catalogue, name, version);
      return asked || !promotion ? served : { ...served, exploration: promotion.exploration };
    },
  };
}
