import type { Policy } from '../api/operations.generated';
import { POLICIES, toPolicy } from '../policies/policies';

/** Whose lists are looked at: a policy as it serves, or one version of it. */
export interface Answerer {
  policy: Policy;
  version?: string;
}

/** Reads who answers from an address, such as EASE or DQN:41bbd9b3-91. */
export function readAnswerer(text: string | undefined): Answerer | undefined {
  const [name, version] = text?.split(/:(.*)/s) ?? [];
  const policy = toPolicy(name);
  return policy && (version ? { policy, version } : { policy });
}

/** Who answers, as an address says it. */
export const writeAnswerer = ({ policy, version }: Answerer): string =>
  version ? `${policy}:${version}` : policy;

/** Who answers, for people. */
export const nameAnswerer = ({ policy, version }: Answerer): string =>
  version ? `${POLICIES[policy].name} ${version}` : POLICIES[policy].name;
