import { inSpan } from '../../tracing/span';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { PolicyName, ServedPolicy } from '../policies/policy';
import type { History } from '../rentals/histories';
import type { PolicyRegistry } from './policy-registry';

/** A policy and one of its versions. Default: the policy that answers. */
export interface RequestedPolicy {
  readonly policy?: PolicyName;
  readonly version?: string;
}

/** One row of scores, [films], and the policy that made it. */
export interface Scored {
  readonly scores: Float32Array;
  readonly served: ServedPolicy;
}

/** Scores all films for each history, in one forward pass. */
export async function scoreHistories(
  registry: PolicyRegistry,
  catalogue: FilmCatalogue,
  histories: readonly History[],
  { policy, version }: RequestedPolicy,
): Promise<Scored[]> {
  const served = await registry.policy(catalogue, policy, version);
  const attributes = {
    'reelgraph.policy': served.policy.name,
    'reelgraph.version': served.version,
    'reelgraph.histories': histories.length,
  };
  const rows = inSpan('forward pass', { attributes }, () => served.policy.score(histories));
  return rows.map((scores) => ({ scores, served }));
}
