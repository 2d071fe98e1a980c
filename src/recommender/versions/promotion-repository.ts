import type { Graph } from '../../graph/graph';
import type { RunCypher } from '../../graph/run-cypher';
import type { PolicyName } from '../policies/policy';
import { keepVersion, type PolicyVersion } from './version-repository';

/** Records when a policy became the default. */
export interface Promotion {
  readonly policy: PolicyName;
  /** Null for baselines, which are fitted to the current rentals, and for TUTORIAL in its newest state. */
  readonly version: string | null;
  /** The probability that a place of a list shows a random film. */
  readonly exploration: number;
  /** ISO 8601. */
  readonly promotedAt: string;
}

const FIELDS =
  'promotion {.policy, .version, .exploration, promotedAt: toString(promotion.promotedAt)} AS promotion';

const NEWEST = `
  MATCH (promotion:Promotion)
  WITH promotion ORDER BY promotion.promotedAt DESC LIMIT toInteger($first)
  RETURN ${FIELDS}`;

/** Idempotent, because a write is retried if its commit is not acknowledged. */
const PROMOTE = `
  MERGE (promotion:Promotion {promotionID: $id})
  ON CREATE SET promotion.policy = $policy, promotion.version = $version, promotion.exploration = $exploration,
    promotion.promotedAt = datetime.realtime()
  RETURN ${FIELDS}`;

/** Reads the newest promotions, newest first. */
export async function readPromotions(graph: Graph, first: number): Promise<Promotion[]> {
  const rows = await graph.read<{ promotion: Promotion }>(NEWEST, { first });
  return rows.map(({ promotion }) => promotion);
}

/**
 * Writes a promotion, and marks its version so that no publication deletes it.
 * @param id of the promotion; the same id in a second try of a transaction
 * @throws AppError NOT_FOUND if the version's run has replaced it
 */
export async function writePromotion(
  run: RunCypher,
  id: string,
  { policy, exploration }: Pick<Promotion, 'policy' | 'exploration'>,
  version: PolicyVersion | undefined,
): Promise<Promotion> {
  if (version) await keepVersion(run, version, 'promotedAt');
  const parameters = { id, policy, exploration, version: version?.version ?? null };
  return (await run<{ promotion: Promotion }>(PROMOTE, parameters))[0].promotion;
}
