import type { Policy } from '../api/operations.generated';
import { POLICIES, toPolicy } from '../policies/policies';

/** A policy, or one version of it. */
export interface Variant {
  policy: Policy;
  version?: string;
}

/** Parses a variant from the URL, such as EASE or DQN:41bbd9b3-91. */
export function parseVariant(text: string | undefined): Variant | undefined {
  const [name, version] = text?.split(/:(.*)/s) ?? [];
  const policy = toPolicy(name);
  return policy && (version ? { policy, version } : { policy });
}

/** Formats a variant for the URL. */
export const formatVariant = ({ policy, version }: Variant): string =>
  version ? `${policy}:${version}` : policy;

/** The display name of a variant. */
export const variantLabel = ({ policy, version }: Variant): string =>
  version ? `${POLICIES[policy].name} ${version}` : POLICIES[policy].name;
