import { randomUUID } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import { cacheFor } from '../../ttl-cache';
import type { Engine } from '../engine/load-engine';
import { requireEmbedding } from '../films/require-embedding';
import type { FilmCatalogue } from '../films/film-catalogue';
import { TutorialAgent } from '../policies/tutorial/tutorial-agent';
import { serveTutorial } from '../policies/tutorial/tutorial-learner';
import { TUTORIAL_SETTINGS } from '../policies/tutorial/tutorial-settings';
import type { ServedPolicy } from '../policies/policy';
import { loadRentalLog } from '../rentals/load-rental-log';
import { createRun, publishRun, type RunEnd, type RunProgress } from './run-repository';
import { RunState } from './run-state';
import { leaseLost, takeTrainingLease, type TrainingLease } from './training-lease';
import {
  nameAgentVersion,
  readTutorialAgent,
  saveTutorialAgent,
  tutorialAgentSavedAt,
} from './tutorial-agent-repository';

/** The state of the TUTORIAL agent, without its weights. */
export interface TutorialProgress {
  readonly step: number;
  readonly epsilon: number;
  readonly meanReward: number;
  readonly seed: number;
}

/** The result of a call of `trainStep`. */
export interface TrainedSteps extends Pick<
  RunProgress,
  'step' | 'loss' | 'reward' | 'meanReward' | 'epsilon'
> {
  readonly version: string | null;
  /** The id of the run that keeps the curve. */
  readonly run: string;
}

/** The TUTORIAL agent of a graph. It trains in this process, because its replay memory is not saved. */
export interface TutorialTrainer {
  /**
   * Trains and waits until the steps are done. Other work continues between steps. The agent is saved every few seconds
   * and at the end.
   * @throws AppError TRAINING_BUSY if a training is running on this graph, EMBEDDINGS_MISSING
   */
  train(catalogue: FilmCatalogue, steps: number): Promise<TrainedSteps>;
  /** Returns the policy in its newest state, from any process. */
  served(catalogue: FilmCatalogue): Promise<ServedPolicy>;
  progress(catalogue: FilmCatalogue): Promise<TutorialProgress>;
}

/** The newest state in this process, read or trained. */
interface Known {
  /** Changes when the embeddings or the films change. */
  readonly key: string;
  readonly savedAt: number;
  readonly served: ServedPolicy;
  readonly progress: TutorialProgress;
  /** The agent with its replay memory, if it was created in this process. */
  readonly agent?: TutorialAgent;
}

/** How often a training saves the agent. */
const SAVE_MS = 3_000;

/** Creates the trainer. The agent starts from scratch when the embeddings are rewritten. */
export function createTutorialTrainer(options: {
  graph: Graph;
  engine: Engine;
  seed: number;
  logger: Logger;
  ttlMs: number;
  /** How long the training lease lasts without renewal, in milliseconds. Default: 6,000. */
  leaseMs?: number;
  /** Cancels a preemptible run of this process. */
  preempt: () => Promise<void>;
}): TutorialTrainer {
  const { graph, engine, seed, logger } = options;
  let known: Known | undefined;
  let polled: { embedding: string; savedAt: () => Promise<{ at: number }> } | undefined;

  const keys = new WeakMap<FilmCatalogue, string>();
  const keyOf = (catalogue: FilmCatalogue): string => {
    const key = keys.get(catalogue) ?? `${catalogue.space} ${catalogue.films.join(' ')}`;
    keys.set(catalogue, key);
    return key;
  };

  const savedAt = async (embedding: string): Promise<number> => {
    if (polled?.embedding !== embedding) {
      const read = async () => ({ at: await tutorialAgentSavedAt(graph, embedding) });
      polled = { embedding, savedAt: cacheFor(options.ttlMs, read) };
    }
    return (await polled.savedAt()).at;
  };

  /** Returns the newest state; reads it again if the graph has a newer one. */
  const current = async (catalogue: FilmCatalogue): Promise<Known> => {
    requireEmbedding(catalogue, 'NODE2VEC');
    const newest = await savedAt(catalogue.space);
    if (known && known.key === keyOf(catalogue) && known.savedAt >= newest) return known;
    return (known = await read(catalogue));
  };

  const read = async (catalogue: FilmCatalogue): Promise<Known> => {
    const stored = await readTutorialAgent(graph, catalogue.space);
    if (!stored) return toKnown(catalogue, await createAgent(catalogue), 0);
    const { saved, savedAt } = stored;
    const served = { policy: serveTutorial(saved, catalogue), version: nameAgentVersion(saved.progress) };
    return { key: keyOf(catalogue), savedAt, served, progress: saved.progress };
  };

  const toKnown = (catalogue: FilmCatalogue, agent: TutorialAgent, savedAt: number): Known => {
    const progress = agent.progress();
    const served = { policy: agent.policy(), version: nameAgentVersion(progress) };
    return { key: keyOf(catalogue), savedAt, served, progress, agent };
  };

  const createAgent = async (catalogue: FilmCatalogue): Promise<TutorialAgent> => {
    const { vectors, dimension } = requireEmbedding(catalogue, 'NODE2VEC');
    const log = await loadRentalLog(graph, catalogue.films);
    return new TutorialAgent({ engine, seed, log, vectors, dimension });
  };

  /** Returns this process's agent, unless another process has trained it since. */
  const agentToTrain = async (catalogue: FilmCatalogue): Promise<TutorialAgent> => {
    const embedding = catalogue.space;
    const isNewest = known?.savedAt === (await tutorialAgentSavedAt(graph, embedding));
    if (known?.agent && isNewest && known.key === keyOf(catalogue)) return known.agent;
    const [agent, stored] = await Promise.all([createAgent(catalogue), readTutorialAgent(graph, embedding)]);
    if (stored) agent.restore(stored.saved);
    return agent;
  };

  const trainWith = async (
    lease: TrainingLease,
    catalogue: FilmCatalogue,
    steps: number,
  ): Promise<TrainedSteps> => {
    const agent = await agentToTrain(catalogue);
    const owner = { run: randomUUID(), token: lease.token, embedding: catalogue.space };
    const { step, meanReward, epsilon, seed: agentSeed } = agent.progress();
    const isCreated = await createRun(graph, owner, {
      policy: 'TUTORIAL',
      kind: 'STEP',
      seed: agentSeed,
      steps,
      engine: engine.name,
      engineVersion: engine.version,
      settings: JSON.stringify(TUTORIAL_SETTINGS),
      firstStep: step,
      resumedFrom: null,
      step,
      meanReward,
      epsilon,
    });
    if (!isCreated) throw leaseLost();
    const state = new RunState({ step, meanReward, epsilon });
    lease.attach({
      report: () => ({ run: owner.run, progress: state.progress }),
      onCancelRequested: () => (isCancelled = true),
    });
    let isCancelled = false;

    /** @throws AppError TRAINING_BUSY if the lease is lost */
    const save = async (): Promise<void> => {
      const at = await saveTutorialAgent(graph, owner.embedding, agent.save(), lease.token);
      known = at === undefined ? undefined : toKnown(catalogue, agent, at);
      if (!known) throw leaseLost();
    };
    const end = (status: RunEnd['status'], error: string | null) =>
      publishRun(graph, owner, { progress: state.progress, curve: state.curve(), end: { status, error } });

    try {
      let savedAt = performance.now();
      for (let done = 0; done < steps && !isCancelled && !lease.lost.aborted; done++) {
        if (done > 0) await yieldToEventLoop();
        state.add([{ ...agent.trainStep(), validation: null }]);
        if (performance.now() - savedAt < SAVE_MS) continue;
        await save();
        savedAt = performance.now();
      }
      await save();
      await end(isCancelled ? 'CANCELLED' : 'SUCCEEDED', null);
    } catch (error) {
      // The agent in memory may be newer than the stored one, so the next call reads the stored agent.
      known = undefined;
      await end('FAILED', 'Training failed. See the server log.').catch((err: unknown) =>
        logger.warn({ err, run: owner.run }, 'Storing the end of a training run failed'),
      );
      throw error;
    }
    const { loss, reward, ...last } = state.progress;
    const version = nameAgentVersion(agent.progress());
    return {
      run: owner.run,
      version,
      step: last.step,
      loss,
      reward,
      meanReward: last.meanReward,
      epsilon: last.epsilon,
    };
  };

  return {
    train: async (catalogue, steps) => {
      requireEmbedding(catalogue, 'NODE2VEC');
      await options.preempt();
      const lease = await takeTrainingLease(graph, logger, options.leaseMs);
      try {
        return await trainWith(lease, catalogue, steps);
      } finally {
        await lease.release();
      }
    },
    served: async (catalogue) => (await current(catalogue)).served,
    progress: async (catalogue) => {
      const { step, epsilon, meanReward, seed: agentSeed } = (await current(catalogue)).progress;
      return { step, epsilon, meanReward, seed: agentSeed };
    },
  };
}
