import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { SavedLearner } from '../../recommender/policies/learner';
import { unpackLearner } from '../../recommender/policies/weights-codec';
import { readTutorialAgent } from '../../recommender/training/tutorial-agent-repository';
import { readPackedWeights, readPolicyVersions } from '../../recommender/versions/version-repository';

/** The weights of a trained policy. */
export interface KeptWeights extends SavedLearner {
  readonly policy: string;
  readonly version: string;
}

/**
 * Reads a version of a trained policy. Default: the newest version, or the newest state of the TUTORIAL agent.
 * @throws AppError POLICY_UNTRAINED if there is none
 */
export async function readWeights(
  graph: Graph,
  policy: string,
  version: string | null,
): Promise<KeptWeights> {
  const found =
    policy === 'TUTORIAL' && version === null
      ? await readAgent(graph)
      : await readVersion(graph, policy, version ?? (await newestVersion(graph, policy)));
  if (found) return { policy, ...found };
  const which = version === null ? 'no version yet' : `no version ${version}`;
  throw new AppError(
    'POLICY_UNTRAINED',
    `${policy} has ${which}. Train it: reelgraph train --policy ${policy}.`,
  );
}

async function readAgent(graph: Graph) {
  const agent = await readTutorialAgent(graph);
  return agent && { version: agent.version, ...agent.saved };
}

async function newestVersion(graph: Graph, policy: string): Promise<string | undefined> {
  return (await readPolicyVersions(graph, 1, policy))[0]?.version;
}

async function readVersion(graph: Graph, policy: string, version: string | undefined) {
  const packed = version === undefined ? undefined : await readPackedWeights(graph, policy, version);
  return version !== undefined && packed ? { version, ...unpackLearner(packed) } : undefined;
}
