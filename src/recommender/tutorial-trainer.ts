import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import type { Engine } from './engine/load-engine';
import type { FilmCatalogue, FilmEmbedding } from './film-catalogue';
import { loadRentalLog } from './load-rental-log';
import type { ServedPolicy } from './policy-shelf';
import { keepTutorialAgent, readTutorialAgent } from './tutorial/keep-tutorial-agent';
import { TutorialAgent, type TutorialStep } from './tutorial/tutorial-agent';

/** Where the TUTORIAL agent stands. */
export interface TutorialProgress {
  step: number;
  epsilon: number;
  meanReward: number;
  seed: number;
}

/** The TUTORIAL agent of this process: it learns step by step, answers, and is kept in the graph. */
export interface TutorialTrainer {
  /**
   * Trains and waits; other work goes on between steps. The agent is in the graph when this resolves.
   * @throws AppError TRAINING_BUSY while an earlier call goes on, EMBEDDINGS_MISSING without node2vec embeddings
   */
  train(catalogue: FilmCatalogue, steps: number): Promise<TutorialStep>;
  /** The policy as learned so far. */
  served(catalogue: FilmCatalogue): Promise<ServedPolicy>;
  progress(catalogue: FilmCatalogue): Promise<TutorialProgress>;
}

/** An agent in the embedding space that it learns in. */
interface Trained {
  agent: TutorialAgent;
  embedding: string;
  served: ServedPolicy;
}

/**
 * Trains the TUTORIAL agent over the graph's node2vec embeddings. When these are written anew, their space is
 * another one, in which nothing learned before means anything: the agent starts over.
 */
export function createTutorialTrainer(options: {
  graph: Graph;
  engine: Engine;
  seed: number;
}): TutorialTrainer {
  let opened: { key: string; trained: Promise<Trained> } | undefined;
  let busy = false;

  /** The same agent for as long as films and embeddings are the same, however often they are read. */
  const trainedFor = (catalogue: FilmCatalogue): Promise<Trained> => {
    const embedding = embeddingSpace(catalogue);
    const key = `${embedding} ${catalogue.films.join(' ')}`;
    if (opened?.key !== key) {
      const trained = open(catalogue, embedding, options);
      opened = { key, trained };
      trained.catch(() => (opened = undefined));
    }
    return opened.trained;
  };

  const run = async (trained: Trained, steps: number): Promise<TutorialStep> => {
    const { agent, embedding } = trained;
    let last = agent.trainStep();
    for (let done = 1; done < steps; done++) {
      await otherWork();
      last = agent.trainStep();
    }
    await keepTutorialAgent(options.graph, embedding, agent.save());
    trained.served = serve(agent);
    return last;
  };

  return {
    train: async (catalogue, steps) => {
      if (busy) throw new AppError('TRAINING_BUSY', 'The agent is in training. Wait for it, then ask again.');
      busy = true;
      try {
        return await run(await trainedFor(catalogue), steps);
      } finally {
        busy = false;
      }
    },
    served: async (catalogue) => (await trainedFor(catalogue)).served,
    progress: async (catalogue) => {
      const { step, epsilon, meanReward, seed } = (await trainedFor(catalogue)).agent.save().progress;
      return { step, epsilon, meanReward, seed };
    },
  };
}

/** The agent that the graph keeps for these embeddings, or a new one. */
async function open(
  { films, embeddings }: FilmCatalogue,
  embedding: string,
  { graph, engine, seed }: { graph: Graph; engine: Engine; seed: number },
): Promise<Trained> {
  const { vectors, dimension } = embeddings.NODE2VEC as FilmEmbedding;
  const agent = new TutorialAgent({
    engine,
    log: await loadRentalLog(graph, films),
    vectors,
    dimension,
    seed,
  });
  const saved = await readTutorialAgent(graph, embedding);
  if (saved) agent.restore(saved);
  return { agent, embedding, served: serve(agent) };
}

function serve(agent: TutorialAgent): ServedPolicy {
  const { seed, step } = agent.save().progress;
  return { policy: agent.policy(), version: `seed-${seed}-step-${step}` };
}

const spaces = new WeakMap<FilmCatalogue, string>();

/**
 * Names the space of the node2vec embeddings: the same for the same vectors of the same films.
 * @throws AppError EMBEDDINGS_MISSING
 */
function embeddingSpace(catalogue: FilmCatalogue): string {
  const known = spaces.get(catalogue);
  if (known) return known;
  const node2vec = catalogue.embeddings.NODE2VEC;
  if (!node2vec) {
    const message =
      'The films have no node2vec embeddings. Run the mutation writeEmbeddings or the command reelgraph embed.';
    throw new AppError('EMBEDDINGS_MISSING', message);
  }
  const { nearest } = node2vec;
  const hash = createHash('sha256');
  catalogue.films.forEach((id, film) => {
    if (nearest.has(film)) hash.update(id).update(Float32Array.from(nearest.vector(film)));
  });
  const space = hash.digest('hex');
  spaces.set(catalogue, space);
  return space;
}
