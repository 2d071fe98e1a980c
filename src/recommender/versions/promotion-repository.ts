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

/**
 * Promotions are written one after the other, because each locks this node. A conditional one has no effect if another
 * policy was promoted since `after`.
 */
const LOCK = `
  MERGE (lock:PromotionLock {name: 'promotion'})
  SET lock.checkedAt = timestamp()
  WITH lock
  OPTIONAL MATCH (newest:Promotion)
  WITH newest ORDER BY newest.promotedAt DESC LIMIT 1
  WITH newest WHERE NOT $isConditional OR EXISTS {(:Promotion {promotionID: $id})}
    OR coalesce(toString(newest.promotedAt), '') = coalesce($after, '')`;

/** Idempotent, because a write is retried if its commit is not acknowledged. */
const PROMOTE = `${LOCK}
  MERGE (promotion:Promotion {promotionID: $id})
  ON CREATE SET promotion.policy = $policy, promotion.version = $version, promotion.exploration = $exploration,
    promotion.promotedAt = datetime.realtime()
  RETURN ${FIELDS}`;

/** Reads the newest promotions, newest first. */
export async function readPromotions(graph: Graph, first: number): Promise<Promotion[]> {
  const rows = await graph.read<{ promotion: Promotion }>(NEWEST, { first });
  return rows.map(({ promotion }) => promotion);
}

/** A promotion to write. */
export interface NewPromotion extends Pick<Promotion, 'policy' | 'exploration'> {
  /** The same id in a second try of a transaction. */
  readonly id: string;
  readonly version: PolicyVersion | undefined;
  /**
   * When the policy was promoted that this one replaces; null if no policy was. If another policy was promoted since,
   * the promotion is not written. Default: it replaces any policy.
   */
  readonly after?: string | null;
}

/**
 * Writes a promotion, and marks its version so that no publication deletes it.
 * @returns undefined if another policy was promoted since `after`
 * @throws AppError NOT_FOUND if the version's run has replaced it
 */
export async function writePromotion(
  run: RunCypher,
  { version, after, ...promotion }: NewPromotion,
): Promise<Promotion | undefined> {
  const condition = { isConditional: after !== undefined, after: after ?? null };
  const parameters = { ...promotion, ...condition, version: version?.version ?? null };
  const [row] = await run<{ promotion: Promotion } | undefined>(PROMOTE, parameters);
  if (row && version) await keepVersion(run, version, 'promotedAt');
  return row?.promotion;
}
