import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { readFinishedResults } from '../evaluation/evaluation-repository';
import type { PolicyName } from '../policies/policy';
import type { PolicyVersion } from './version-repository';

/** A policy and its version. Without a version, it is fitted to the current rentals, or in its newest state. */
export interface Candidate {
  readonly policy: PolicyName;
  readonly version?: Pick<PolicyVersion, 'version' | 'validation'>;
}

/**
 * Checks that a candidate is better than the current default: another version of the same policy by its validation
 * metric, another policy by its mean NDCG in the newest finished evaluation of both.
 * @throws AppError BAD_USER_INPUT if it is not, or if there is no comparison
 */
export async function requireBetter(graph: Graph, candidate: Candidate, current: Candidate): Promise<void> {
  if (candidate.policy !== current.policy) return requireHigherNdcg(graph, candidate.policy, current.policy);
  const [own, other] = [candidate.version, current.version];
  if (own?.version === other?.version) return;
  const [validation, toBeat] = [own?.validation ?? null, other?.validation ?? null];
  if (validation === null || toBeat === null) {
    throw refused(
      `Cannot compare ${name(candidate)} with the current default, ${name(current)}: one of them has no validation score.`,
    );
  }
  if (validation > toBeat) return;
  throw refused(
    `${name(candidate)} does not beat the current default, ${name(current)}: validation ${validation.toFixed(4)} against ${toBeat.toFixed(4)}.`,
  );
}

async function requireHigherNdcg(graph: Graph, policy: PolicyName, current: PolicyName): Promise<void> {
  for (const results of await readFinishedResults(graph)) {
    const ndcgs = new Map(results.map((result) => [result.policy, result.ndcg.mean]));
    const [ndcg, toBeat] = [ndcgs.get(policy), ndcgs.get(current)];
    if (ndcg === undefined || toBeat === undefined) continue;
    if (ndcg > toBeat) return;
    throw refused(
      `${policy} does not beat the current default, ${current}: NDCG ${ndcg.toFixed(4)} against ${toBeat.toFixed(4)} in the newest evaluation of both.`,
    );
  }
  throw refused(
    `No evaluation compares ${policy} with the current default, ${current}. Run the mutation evaluatePolicies with both first.`,
  );
}

const name = ({ policy, version }: Candidate) => (version ? `${policy} ${version.version}` : policy);

const refused = (reason: string) =>
  new AppError('BAD_USER_INPUT', `${reason} To promote it anyway, set force: true.`);
