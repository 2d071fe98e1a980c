import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createRandom } from '../../src/random';
import { type Engine, loadEngine } from '../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../src/recommender/films/film-features';
import { DqnAgent } from '../../src/recommender/policies/dqn/dqn-agent';
import { DQN_SETTINGS } from '../../src/recommender/policies/dqn/dqn-settings';
import { cutWindows, takeBatch } from '../../src/recommender/policies/dqn/windows';
import { TutorialAgent } from '../../src/recommender/policies/tutorial/tutorial-agent';
import { TUTORIAL_SETTINGS } from '../../src/recommender/policies/tutorial/tutorial-settings';
import { interleave, median, type Row } from './measure';

const DIMENSION = 100;
const TUTORIAL_FILMS = 1_000;
/** MovieLens-100K's shape. */
const FILMS = 1_682;
const CUSTOMERS = 943;
const RENTALS = 106;
const ROUNDS = 5;
const GOALS = { tutorial: 1 / 1.25, dqn: 1 / 1.5 };

/** Learning steps of TUTORIAL and DQN on WebAssembly, compared to the same steps in PyTorch with one thread. */
export async function measureSteps(): Promise<Row[]> {
  const engine = await loadEngine('wasm');
  const times = await interleave({ tutorial: tutorialStep(engine), dqn: dqnStep(engine) }, ROUNDS);
  const torch = timeTorch();
  const row = (name: keyof typeof times, work: string): Row => ({
    work,
    value: median(times[name]),
    anchor: 'PyTorch, 1 thread',
    ratio: torch ? median(torch[name]) / median(times[name]) : null,
    goal: GOALS[name],
  });
  return [
    row('tutorial', `TUTORIAL step, batch ${TUTORIAL_SETTINGS.batch}`),
    row('dqn', `DQN step, ${FILMS} films, ${CUSTOMERS} customers`),
  ];
}

function tutorialStep(engine: Engine): () => unknown {
  const random = createRandom(1);
  const films = Array.from({ length: TUTORIAL_FILMS }, (_, film) => String(film));
  const histories = Array.from({ length: CUSTOMERS }, () =>
    Int32Array.from({ length: 20 }, () => random.integer(TUTORIAL_FILMS)),
  );
  const vectors = Float32Array.from({ length: TUTORIAL_FILMS * DIMENSION }, random.normal);
  const log = { films, customers: histories.map((_, customer) => String(customer)), histories };
  const agent = new TutorialAgent({ engine, log, vectors, dimension: DIMENSION, seed: 1 });
  for (let step = 0; step <= 2 * TUTORIAL_SETTINGS.batch; step++) agent.trainStep();
  return () => agent.trainStep();
}

function dqnStep(engine: Engine): () => unknown {
  const random = createRandom(1);
  const settings = DQN_SETTINGS;
  const histories = Array.from({ length: CUSTOMERS }, () => {
    const history = new Set<number>();
    while (history.size < RENTALS) history.add(Math.floor(FILMS * random.next() ** 2));
    return Int32Array.from(history);
  });
  const rentals = new Float32Array(FILMS);
  for (const history of histories) for (const film of history) rentals[film]++;
  const features = collectFeatures(Array.from({ length: FILMS }, (_, film) => [[`category:${film % 20}`]]));
  const agent = new DqnAgent({ engine, settings, random, features, rentals, dimension: DIMENSION });
  let windows = cutWindows(histories, settings, random);
  return () => {
    if (windows.length < settings.batch) windows = cutWindows(histories, settings, random);
    return agent.learn(takeBatch(windows, settings));
  };
}

/** CPU milliseconds by round; undefined if this machine has no PyTorch. */
function timeTorch(): Record<'tutorial' | 'dqn', number[]> | undefined {
  const python = process.env.PYTHON ?? 'python3';
  const script = join(__dirname, 'torch_steps.py');
  try {
    const printed = execFileSync(python, [script, JSON.stringify(DQN_SETTINGS)], { stdio: 'pipe' });
    return JSON.parse(printed.toString()) as Record<'tutorial' | 'dqn', number[]>;
  } catch (error) {
    const reason = String(error).split('\n')[0];
    console.error(`Skipping PyTorch (set PYTHON to one with examples/pytorch/requirements.txt): ${reason}`);
    return undefined;
  }
}
