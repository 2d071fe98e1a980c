import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { readFinishedResults } from '../evaluation/evaluation-repository';
import type { PolicyName } from '../policies/policy';
import type { PolicyVersion } from './version-repository';

/** A policy that answers, or could; without a version it is fitted to the current rentals, or in its newest state. */
export interface Candidate {
  readonly policy: PolicyName;
  readonly version?: Pick<PolicyVersion, 'version' | 'validation'>;
}

/**
 * Checks that a candidate beats the policy that answers: another version of the same policy by its validation,
 * another policy by its mean NDCG in the newest finished evaluation of both.
 * @throws AppError BAD_USER_INPUT if it does not, or if nothing compares the two
 */
export async function requireBetter(graph: Graph, candidate: Candidate, current: Candidate): Promise<void> {
  if (candidate.policy !== current.policy) return requireHigherNdcg(graph, candidate.policy, current.policy);
  const [own, other] = [candidate.version, current.version];
  if (own?.version === other?.version) return;
  const [validation, toBeat] = [own?.validation ?? null, other?.validation ?? null];
  if (validation === null || toBeat === null) {
    throw refused(
      `Cannot compare ${name(candidate)} with ${name(current)}, which answers now: one of them has no validation.`,
    );
  }
  if (validation > toBeat) return;
  throw refused(
    `${name(candidate)} does not beat ${name(current)}, which answers now: validation ${validation.toFixed(4)} against ${toBeat.toFixed(4)}.`,
  );
}

async function requireHigherNdcg(graph: Graph, policy: PolicyName, current: PolicyName): Promise<void> {
  for (const results of await readFinishedResults(graph)) {
    const ndcgs = new Map(results.map((result) => [result.policy, result.ndcg.mean]));
    const [ndcg, toBeat] = [ndcgs.get(policy), ndcgs.get(current)];
    if (ndcg === undefined || toBeat === undefined) continue;
    if (ndcg > toBeat) return;
    throw refused(
      `${policy} does not beat ${current}, which answers now: NDCG ${ndcg.toFixed(4)} against ${toBeat.toFixed(4)} in the newest evaluation of both.`,
    );
  }
  throw refused(
    `No evaluation compares ${policy} with ${current}, which answers now. Run the mutation evaluatePolicies with both first.`,
  );
}

const name = ({ policy, version }: Candidate) => (version ? `${policy} ${version.version}` : policy);

const refused = (reason: string) =>
  new AppError('BAD_USER_INPUT', `${reason} To promote it anyway, set force: true.`);
