import type { Graph } from '../../graph/graph';
import { packArrays, unpackArrays } from '../pack-arrays';
import type { SavedTutorialAgent } from './saved-tutorial-agent';

const WRITE = `
  MERGE (agent:Agent {policy: 'TUTORIAL'})
  SET agent.embedding = $embedding, agent.progress = $progress, agent.index = $index, agent.bytes = $bytes,
    agent.savedAt = datetime()`;

const READ = `
  MATCH (agent:Agent {policy: 'TUTORIAL', embedding: $embedding})
  RETURN agent.progress AS progress, agent.index AS index, agent.bytes AS bytes`;

/** Keeps the agent in the graph, in place of the one before it. `embedding` names the space that it learned in. */
export async function keepTutorialAgent(
  graph: Graph,
  embedding: string,
  saved: SavedTutorialAgent,
): Promise<void> {
  const progress = JSON.stringify(saved.progress);
  await graph.write(WRITE, { embedding, progress, ...packArrays(saved.arrays) });
}

/** Reads the agent that learned in this embedding space, if there is one. */
export async function readTutorialAgent(
  graph: Graph,
  embedding: string,
): Promise<SavedTutorialAgent | undefined> {
  const [row] = await graph.read<{ progress: string; index: string; bytes: Int8Array }>(READ, { embedding });
  return row && { progress: JSON.parse(row.progress), arrays: unpackArrays(row) };
}
