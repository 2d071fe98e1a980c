import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { PolicyName } from '../policy';
import type { PolicyVersion } from './policy-versions';

/** A policy that answers or would; without a version as it is fitted or was trained last. */
export interface Candidate {
  readonly policy: PolicyName;
  readonly version?: PolicyVersion;
}

const EVALUATION = `
  MATCH (evaluation:Evaluation {status: 'SUCCEEDED'})
  WITH evaluation ORDER BY evaluation.finishedAt DESC LIMIT 20
  RETURN evaluation.results AS results
  ORDER BY evaluation.finishedAt DESC`;

/** What is needed of a policy's part in an evaluation. */
interface Result {
  readonly policy: PolicyName;
  readonly ndcg: { readonly mean: number };
}

/**
 * Makes sure that a candidate beats what answers now: another version of the same policy by its validation,
 * another policy by its mean NDCG in the newest finished evaluation that holds both.
 * @throws AppError BAD_USER_INPUT where it does not, or where nothing shows that it does
 */
export async function requireBetter(graph: Graph, candidate: Candidate, current: Candidate): Promise<void> {
  if (candidate.policy !== current.policy) return requireHigherNdcg(graph, candidate.policy, current.policy);
  const [own, other] = [candidate.version, current.version];
  if (own?.version === other?.version) return;
  const [validation, toBeat] = [own?.validation ?? null, other?.validation ?? null];
  if (validation === null || toBeat === null) {
    throw refused(
      `Nothing compares ${name(candidate)} with ${name(current)}, which answers now: not both have a validation.`,
    );
  }
  if (validation > toBeat) return;
  throw refused(
    `${name(candidate)} does not beat ${name(current)}, which answers now: validation ${validation.toFixed(4)} against ${toBeat.toFixed(4)}.`,
  );
}

async function requireHigherNdcg(graph: Graph, policy: PolicyName, current: PolicyName): Promise<void> {
  const rows = await graph.read<{ results: string }>(EVALUATION);
  for (const { results } of rows) {
    const measured = new Map(
      (JSON.parse(results) as Result[]).map((result) => [result.policy, result.ndcg.mean]),
    );
    const [ndcg, toBeat] = [measured.get(policy), measured.get(current)];
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
  new AppError('BAD_USER_INPUT', `${reason} To promote it all the same, set force: true.`);
