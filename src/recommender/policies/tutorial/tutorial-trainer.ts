import { setImmediate as otherWork } from 'node:timers/promises';
import { AppError } from '../../../app-error';
import type { Graph } from '../../../graph/graph';
import { cacheFor } from '../../../ttl-cache';
import { embeddingSpace, requireEmbedding } from '../../films/embedding-space';
import type { Engine } from '../../engine/load-engine';
import type { FilmCatalogue } from '../../films/film-catalogue';
import { loadRentalLog } from '../../rentals/load-rental-log';
import type { ServedPolicy } from '../../policy';
import { renewLease } from '../../training/lease-renewal';
import { acquireTrainingLease } from '../../training/training-lease';
import { saveTutorialAgent, lookAtTutorialAgent, readTutorialAgent } from './tutorial-agent-store';
import { TutorialAgent, type TutorialStep } from './tutorial-agent';
import { serveTutorial } from './tutorial-learner';

/** Where the TUTORIAL agent stands. */
export interface TutorialProgress {
  step: number;
  epsilon: number;
  meanReward: number;
  seed: number;
}

/** The TUTORIAL agent: it learns step by step, answers, and is kept in the graph, whoever trains it. */
export interface TutorialTrainer {
  /**
   * Trains in this process and waits; other work goes on between steps. The agent is in the graph when this resolves.
   * @throws AppError TRAINING_BUSY while anything trains on this graph, EMBEDDINGS_MISSING
   */
  train(catalogue: FilmCatalogue, steps: number): Promise<TutorialStep>;
  /** The policy as learned so far, here or elsewhere. */
  served(catalogue: FilmCatalogue): Promise<ServedPolicy>;
  progress(catalogue: FilmCatalogue): Promise<TutorialProgress>;
}

/** What is known of the agent: as the graph keeps it, or as it begins. */
interface Known {
  readonly key: string;
  readonly savedAt: number;
  readonly served: ServedPolicy;
  readonly progress: TutorialProgress;
  /** The agent itself where it learned or began in this process: it remembers what it saw. */
  readonly agent?: TutorialAgent;
}

/**
 * Trains the TUTORIAL agent over the graph's node2vec embeddings. When these are written anew, their space is
 * another one, in which nothing learned before means anything: the agent starts over.
 */
export function createTutorialTrainer(options: {
  graph: Graph;
  engine: Engine;
  seed: number;
  ttlMs: number;
  /** Ends what trains in this process and gives way. */
  preempt: () => Promise<void>;
}): TutorialTrainer {
  const { graph } = options;
  let known: Promise<Known> | undefined;
  let looking: { embedding: string; look: () => Promise<{ savedAt: number }> } | undefined;

  const keyOf = (catalogue: FilmCatalogue) => `${embeddingSpace(catalogue)} ${catalogue.films.join(' ')}`;

  const lookSeldom = async (embedding: string): Promise<number> => {
    if (looking?.embedding !== embedding) {
      const look = async () => ({ savedAt: await lookAtTutorialAgent(graph, embedding) });
      looking = { embedding, look: cacheFor(options.ttlMs, look) };
    }
    return (await looking.look()).savedAt;
  };

  /** The newest that is known: read again when the graph has a newer one, which is asked for seldom. */
  const current = async (catalogue: FilmCatalogue): Promise<Known> => {
    requireEmbedding(catalogue, 'NODE2VEC');
    const savedAt = await lookSeldom(embeddingSpace(catalogue));
    const before = await known?.catch(() => undefined);
    if (before && before.key === keyOf(catalogue) && before.savedAt >= savedAt) return before;
    return (known = read(catalogue));
  };

  const read = async (catalogue: FilmCatalogue): Promise<Known> => {
    const kept = await readTutorialAgent(graph, embeddingSpace(catalogue));
    if (!kept) return knownAgent(catalogue, await createAgent(catalogue), 0);
    const { saved, savedAt } = kept;
    const served = { policy: serveTutorial(saved, catalogue), version: nameVersion(saved.progress) };
    return { key: keyOf(catalogue), savedAt, served, progress: saved.progress };
  };

  const knownAgent = (catalogue: FilmCatalogue, agent: TutorialAgent, savedAt: number): Known => {
    const progress = agent.progress();
    const served = { policy: agent.policy(), version: nameVersion(progress) };
    return { key: keyOf(catalogue), savedAt, served, progress, agent };
  };

  const createAgent = async (catalogue: FilmCatalogue): Promise<TutorialAgent> => {
    const { vectors, dimension } = requireEmbedding(catalogue, 'NODE2VEC');
    const log = await loadRentalLog(graph, catalogue.films);
    return new TutorialAgent({ ...options, log, vectors, dimension });
  };

  /** The agent to go on with: this process's own, unless it learned elsewhere since. */
  const agentFor = async (catalogue: FilmCatalogue): Promise<TutorialAgent> => {
    const embedding = embeddingSpace(catalogue);
    const before = await known?.catch(() => undefined);
    const isNewest = before?.savedAt === (await lookAtTutorialAgent(graph, embedding));
    if (before?.agent && isNewest && before.key === keyOf(catalogue)) return before.agent;
    const [agent, kept] = await Promise.all([createAgent(catalogue), readTutorialAgent(graph, embedding)]);
    if (kept) agent.restore(kept.saved);
    return agent;
  };

  return {
    train: async (catalogue, steps) => {
      requireEmbedding(catalogue, 'NODE2VEC');
      await options.preempt();
      const lease = await acquireTrainingLease(graph);
      let isLost = false;
      const stopKeeping = renewLease(lease, { onLost: () => (isLost = true) });
      try {
        const agent = await agentFor(catalogue);
        let last = agent.trainStep();
        for (let done = 1; done < steps && !isLost; done++) {
          await otherWork();
          last = agent.trainStep();
        }
        const savedAt = await saveTutorialAgent(graph, embeddingSpace(catalogue), agent.save(), lease.token);
        if (savedAt === undefined) {
          known = undefined;
          throw leaseLost();
        }
        known = Promise.resolve(knownAgent(catalogue, agent, savedAt));
        return last;
      } finally {
        await stopKeeping();
        await lease.release();
      }
    },
    served: async (catalogue) => (await current(catalogue)).served,
    progress: async (catalogue) => {
      const { step, epsilon, meanReward, seed } = (await current(catalogue)).progress;
      return { step, epsilon, meanReward, seed };
    },
  };
}

const nameVersion = ({ seed, step }: TutorialProgress) => `seed-${seed}-step-${step}`;

const leaseLost = () =>
  new AppError(
    'TRAINING_BUSY',
    'This process stood still for so long that another one may train now. These steps are lost: ask again.',
  );
