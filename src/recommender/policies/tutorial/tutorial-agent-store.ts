import type { Graph } from '../../../graph/graph';
import { packLearner, type PackedLearner, unpackLearner } from '../weights-codec';
import { FENCE } from '../../training/training-lease';
import type { SavedTutorialAgent } from './tutorial-agent-codec';

const WRITE = `${FENCE}
  MERGE (agent:Agent {policy: 'TUTORIAL'})
  SET agent.embedding = $embedding, agent.progress = $progress, agent.index = $index, agent.bytes = $bytes,
    agent.savedAt = timestamp()
  RETURN agent.savedAt AS savedAt`;

/** The agent stands where it was left last: by mutation trainStep, or by a training run. */
const NEWEST = `
  MATCH (kept:Agent|TrainingRun {policy: 'TUTORIAL', embedding: $embedding})
  WHERE kept.progress IS NOT NULL
  WITH kept ORDER BY kept.savedAt DESC LIMIT 1`;

const LOOK = `${NEWEST} RETURN kept.savedAt AS savedAt`;

const READ = `${NEWEST}
  RETURN kept.progress AS progress, kept.index AS index, kept.bytes AS bytes, kept.savedAt AS savedAt`;

/** An agent that the graph keeps. */
export interface KeptTutorialAgent {
  saved: SavedTutorialAgent;
  /** By the graph's clock, in milliseconds since 1970. */
  savedAt: number;
}

/**
 * Keeps the agent in the graph, in place of the one before it. `embedding` names the space that it learned in.
 * @returns when that was; undefined where the lease with this token is lost, and nothing was written
 */
export async function saveTutorialAgent(
  graph: Graph,
  embedding: string,
  agent: SavedTutorialAgent,
  token: number,
): Promise<number | undefined> {
  const parameters = { token, embedding, ...packLearner(agent) };
  return (await graph.run<{ savedAt: number }>(WRITE, parameters))[0]?.savedAt;
}

/** Reads when the agent that learned in this embedding space was kept; 0 where there is none. */
export async function lookAtTutorialAgent(graph: Graph, embedding: string): Promise<number> {
  return (await graph.read<{ savedAt: number }>(LOOK, { embedding }))[0]?.savedAt ?? 0;
}

/** Reads the agent that learned in this embedding space, if there is one. */
export async function readTutorialAgent(
  graph: Graph,
  embedding: string,
): Promise<KeptTutorialAgent | undefined> {
  type Row = PackedLearner & { savedAt: number };
  const [row] = await graph.read<Row>(READ, { embedding });
  return row && { saved: unpackLearner(row) as SavedTutorialAgent, savedAt: row.savedAt };
}
