import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { RunCypher } from '../../graph/run-cypher';
import type { TrainablePolicy } from '../policies/policy';
import type { PackedLearner } from '../policies/weights-codec';

/** A published version, without its weights. It can be served and promoted. */
export interface PolicyVersion {
  readonly policy: TrainablePolicy;
  readonly version: string;
  /** Steps learned. */
  readonly step: number;
  /** NDCG@10 on the part that early stopping holds out; null if the policy does not measure it. */
  readonly validation: number | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** When the run read the rentals that it learned from, ISO 8601. */
  readonly trainedAt: string;
  /** The id of the run. */
  readonly run: string;
}

const FIELDS = `version {
    .policy, .version, .step, .validation, .run, publishedAt: toString(version.publishedAt),
    trainedAt: head(COLLECT { MATCH (run:TrainingRun {runID: version.run}) RETURN toString(run.startedAt) })
  } AS version`;

const NEWEST = `
  MATCH (version:PolicyVersion)
  WHERE version.policy = coalesce($policy, version.policy)
  WITH version ORDER BY version.publishedAt DESC LIMIT toInteger($first)
  RETURN ${FIELDS}`;

const ONE = `MATCH (version:PolicyVersion {policy: $policy, version: $version}) RETURN ${FIELDS}`;

const WEIGHTS = `
  MATCH (version:PolicyVersion {policy: $policy, version: $version})
  RETURN version.progress AS progress, version.index AS index, version.bytes AS bytes, version.sha256 AS sha256,
    version.embedding AS embedding`;

/** Locking the run keeps a publication from replacing the version in the meantime. */
const keep = (reason: KeepReason) => `
  MATCH (run:TrainingRun {runID: $run})
  REMOVE run.locked
  WITH run
  MATCH (run)-[:PUBLISHED]->(version:PolicyVersion {policy: $policy, version: $version})
  SET version.${reason} = datetime.realtime()
  RETURN version.version AS version`;

/** Why a version is kept: it was promoted, or a trial of it was started. */
type KeepReason = 'promotedAt' | 'triedAt';

/** The error for an unknown version. */
export const versionNotFound = (policy: string, version: string) =>
  new AppError(
    'NOT_FOUND',
    `${policy} has no version ${JSON.stringify(version)}. A running training replaces its versions. ` +
      'Query policyVersions { version } for the current ones.',
  );

/** Reads the newest versions, newest first. Default: of all policies. */
export async function readPolicyVersions(
  graph: Graph,
  first: number,
  policy: string | null = null,
): Promise<PolicyVersion[]> {
  const rows = await graph.read<{ version: PolicyVersion }>(NEWEST, { first, policy });
  return rows.map(({ version }) => version);
}

/** Reads a version; undefined if it does not exist. */
export async function readPolicyVersion(
  graph: Graph,
  policy: string,
  version: string,
): Promise<PolicyVersion | undefined> {
  return (await graph.read<{ version: PolicyVersion }>(ONE, { policy, version }))[0]?.version;
}

/** @throws AppError NOT_FOUND */
export async function requirePolicyVersion(
  graph: Graph,
  policy: string,
  version: string,
): Promise<PolicyVersion> {
  const found = await readPolicyVersion(graph, policy, version);
  if (found) return found;
  throw versionNotFound(policy, version);
}

/**
 * Marks a version so that no publication deletes it.
 * @throws AppError NOT_FOUND if the version's run has replaced it
 */
export async function keepVersion(
  run: RunCypher,
  { policy, version, run: publisher }: PolicyVersion,
  reason: KeepReason,
): Promise<void> {
  const kept = await run(keep(reason), { policy, version, run: publisher });
  if (kept.length === 0) throw versionNotFound(policy, version);
}

/** The packed weights, and the node2vec embedding space that they were trained in. */
export interface PackedWeights extends PackedLearner {
  readonly embedding: string;
}

/** Reads the weights of a version; undefined if it does not exist. */
export async function readPackedWeights(
  graph: Graph,
  policy: string,
  version: string,
): Promise<PackedWeights | undefined> {
  return (await graph.read<PackedWeights>(WEIGHTS, { policy, version }))[0];
}
