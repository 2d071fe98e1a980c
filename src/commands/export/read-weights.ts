import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { unpackArrays } from '../../recommender/pack-arrays';

/** The weights of a trained policy, as the graph keeps them. */
export interface KeptWeights {
  readonly policy: string;
  readonly version: string;
  /** Plain values: settings, dimension, and what else says what the arrays are. */
  readonly progress: object;
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

const VERSION = `
  MATCH (version:PolicyVersion {policy: $policy}) WHERE $version IS NULL OR version.version = $version
  WITH version ORDER BY version.publishedAt DESC LIMIT 1
  RETURN version.version AS version, version.progress AS progress, version.index AS index, version.bytes AS bytes`;

/** What the mutation trainStep keeps of the tutorial's agent. */
const AGENT = `
  MATCH (agent:Agent {policy: $policy}) WHERE $version IS NULL
  RETURN 'agent' AS version, agent.progress AS progress, agent.index AS index, agent.bytes AS bytes`;

interface Row {
  version: string;
  progress: string;
  index: string;
  bytes: Int8Array;
}

/**
 * Reads a version of a trained policy, the newest where none is named.
 * @throws AppError POLICY_UNTRAINED where there is none
 */
export async function readWeights(
  graph: Graph,
  policy: string,
  version: string | null,
): Promise<KeptWeights> {
  const parameters = { policy, version };
  const [row] = [
    ...(await graph.read<Row>(VERSION, parameters)),
    ...(await graph.read<Row>(AGENT, parameters)),
  ];
  if (!row) {
    const which = version === null ? 'no version yet' : `no version ${version}`;
    throw new AppError(
      'POLICY_UNTRAINED',
      `${policy} has ${which}. Train it: reelgraph train --policy ${policy}.`,
    );
  }
  return {
    policy,
    version: row.version,
    progress: JSON.parse(row.progress) as object,
    arrays: unpackArrays(row),
  };
}
