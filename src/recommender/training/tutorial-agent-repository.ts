import type { Graph } from '../../graph/graph';
import type { SavedTutorialAgent } from '../policies/tutorial/tutorial-agent-codec';
import { packLearner, type PackedLearner, unpackLearner } from '../policies/weights-codec';
import { FENCE } from './lease-repository';

const WRITE = `${FENCE}
  MERGE (agent:Agent {policy: 'TUTORIAL'})
  SET agent.embedding = $embedding, agent.progress = $progress, agent.index = $index, agent.bytes = $bytes,
    agent.sha256 = $sha256, agent.savedAt = timestamp()
  RETURN agent.savedAt AS savedAt`;

/** The newest state of the agent, saved by `trainStep` or by a training run. */
const newest = (filter: string) => `
  MATCH (saved:Agent|TrainingRun {policy: 'TUTORIAL'})
  WHERE saved.progress IS NOT NULL AND ${filter}
  WITH saved ORDER BY saved.savedAt DESC LIMIT 1`;

const SAME_SPACE = newest('saved.embedding = $embedding');
const SAVED_AT = `${SAME_SPACE} RETURN saved.savedAt AS savedAt`;
const STATE = `
  RETURN saved.progress AS progress, saved.index AS index, saved.bytes AS bytes, saved.sha256 AS sha256,
    saved.savedAt AS savedAt, saved.version AS version`;

/** A saved state of the agent. */
export interface StoredTutorialAgent {
  readonly saved: SavedTutorialAgent;
  /** Milliseconds since 1970, by the graph's clock. */
  readonly savedAt: number;
  /** The version of the run that saved it, or the seed and the step. */
  readonly version: string;
}

/** Names a state of the agent. */
export const nameAgentVersion = ({ seed, step }: { seed: number; step: number }) =>
  `seed-${seed}-step-${step}`;

/**
 * Stores the agent, replacing its previous state.
 * @param embedding the node2vec embedding space that it trains in
 * @returns when it was stored; undefined if it was not stored because the lease is lost
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

/** Returns when the agent of an embedding space was saved; 0 if it never was. */
export async function tutorialAgentSavedAt(graph: Graph, embedding: string): Promise<number> {
  return (await graph.read<{ savedAt: number }>(SAVED_AT, { embedding }))[0]?.savedAt ?? 0;
}

/** Reads the newest agent of an embedding space. Default: of any space. */
export async function readTutorialAgent(
  graph: Graph,
  embedding?: string,
): Promise<StoredTutorialAgent | undefined> {
  type Row = PackedLearner & { savedAt: number; version: string | null };
  const statement = `${embedding === undefined ? newest('true') : SAME_SPACE} ${STATE}`;
  const [row] = await graph.read<Row>(statement, { embedding });
  if (!row) return undefined;
  const saved = unpackLearner(row) as SavedTutorialAgent;
  return { saved, savedAt: row.savedAt, version: row.version ?? nameAgentVersion(saved.progress) };
}
