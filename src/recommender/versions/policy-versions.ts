import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { TrainablePolicy } from '../policies/trainable-policies';

/** What a run learned, as it was published: it can be served and promoted. */
export interface PolicyVersion {
  readonly policy: TrainablePolicy;
  readonly version: string;
  /** Steps learned. */
  readonly step: number;
  /** NDCG@10 on what early stopping holds out; null where the policy measures none. */
  readonly validation: number | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** The id of the run. */
  readonly run: string;
}

const SHOWN = `
  RETURN version {
    .policy, .version, .step, .validation, .run, publishedAt: toString(version.publishedAt)
  } AS version`;

const VERSIONS = `
  MATCH (version:PolicyVersion)
  WHERE version.policy = coalesce($policy, version.policy)
  WITH version ORDER BY version.publishedAt DESC LIMIT toInteger($first)
  ${SHOWN}`;

const VERSION = `MATCH (version:PolicyVersion {policy: $policy, version: $version}) ${SHOWN}`;

/** The newest versions, the newest first. */
export async function readPolicyVersions(
  graph: Graph,
  first: number,
  policy: string | null = null,
): Promise<PolicyVersion[]> {
  const rows = await graph.read<{ version: PolicyVersion }>(VERSIONS, { first, policy });
  return rows.map(({ version }) => version);
}

/** @throws AppError NOT_FOUND */
export async function requirePolicyVersion(
  graph: Graph,
  policy: string,
  version: string,
): Promise<PolicyVersion> {
  const [row] = await graph.read<{ version: PolicyVersion }>(VERSION, { policy, version });
  if (row) return row.version;
  throw new AppError(
    'NOT_FOUND',
    `${policy} has no version ${JSON.stringify(version)}; a run that goes on replaces its versions. ` +
      'Query policyVersions { version } for those that there are.',
  );
}
