import { randomUUID } from 'node:crypto';
import type { Graph } from '../../graph/graph';
import type { PolicyName } from '../policies/policy';
import { type PolicyVersion, versionNotFound } from './version-repository';

/** Records when a policy became the one that answers. */
export interface Promotion {
  readonly policy: PolicyName;
  /** Null for a baseline, which is fitted to the current rentals, and for TUTORIAL in its newest state. */
  readonly version: string | null;
  /** Probability that a place of a list shows a film drawn at random. */
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

/** Locking the run keeps a publication from replacing the version in the meantime. */
const KEEP_VERSION = `
  MATCH (run:TrainingRun {runID: $run})
  REMOVE run.locked
  WITH run
  MATCH (run)-[:PUBLISHED]->(version:PolicyVersion {policy: $policy, version: $version})
  SET version.promotedAt = datetime.realtime()
  RETURN version.version AS version`;

/** Idempotent by its id, because a write whose commit is not acknowledged is retried. */
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
 * @throws AppError NOT_FOUND if the version's run has replaced it
 */
export function writePromotion(
  graph: Graph,
  { policy, exploration }: Pick<Promotion, 'policy' | 'exploration'>,
  version: PolicyVersion | undefined,
): Promise<Promotion> {
  const parameters = {
    id: randomUUID(),
    policy,
    exploration,
    version: version?.version ?? null,
    run: version?.run,
  };
  return graph.transaction(async (run) => {
    const kept = version && (await run(KEEP_VERSION, parameters));
    if (version && kept?.length === 0) throw versionNotFound(policy, version.version);
    return (await run<{ promotion: Promotion }>(PROMOTE, parameters))[0].promotion;
  });
}
