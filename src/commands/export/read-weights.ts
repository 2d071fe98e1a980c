import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { SavedLearner } from '../../recommender/policies/learner';
import { type PackedLearner, unpackLearner } from '../../recommender/policies/weights-codec';

/** The weights of a trained policy, as the graph keeps them. */
export interface KeptWeights extends SavedLearner {
  readonly policy: string;
  readonly version: string;
}

const VERSION = `
  MATCH (version:PolicyVersion {policy: $policy}) WHERE $version IS NULL OR version.version = $version
  WITH version ORDER BY version.publishedAt DESC LIMIT 1
  RETURN version.version AS version, version.progress AS progress, version.index AS index, version.bytes AS bytes`;

/** What the mutation trainStep keeps of the tutorial's agent. */
const AGENT = `
  MATCH (agent:Agent {policy: $policy}) WHERE $version IS NULL
  RETURN 'agent' AS version, agent.progress AS progress, agent.index AS index, agent.bytes AS bytes`;

interface Row extends PackedLearner {
  readonly version: string;
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
  return { policy, version: row.version, ...unpackLearner(row) };
}
