import { createRandom } from '../../src/random';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../src/recommender/films/film-features';
import { DqnAgent } from '../../src/recommender/policies/dqn/dqn-agent';
import { DQN_SETTINGS } from '../../src/recommender/policies/dqn/dqn-settings';
import { cutWindows, takeBatch } from '../../src/recommender/policies/dqn/windows';
import { exponent, interleave, median, type Row } from './measure';

const SIZES: [number, number] = [25_000, 100_000];
const CUSTOMERS = 943;
const RENTALS = 106;
const DIMENSION = 100;
const ROUNDS = 3;
/** The max exponent x in time ~ filmsˣ. */
const MAX_GROWTH = 0.1;

/** Learning steps of DQN on histories like MovieLens-100K, with films from larger catalogues. */
export async function measureLearning(): Promise<Row[]> {
  const engine = await loadEngine('wasm');
  const stepOf = (films: number) => {
    const random = createRandom(1);
    const histories = Array.from({ length: CUSTOMERS }, () => {
      const history = new Set<number>();
      while (history.size < RENTALS) history.add(Math.floor(films * random.next() ** 4));
      return Int32Array.from(history);
    });
    const rentals = new Float32Array(films);
    for (const history of histories) for (const film of history) rentals[film]++;
    const features = collectFeatures(Array.from({ length: films }, (_, film) => [[`category:${film % 20}`]]));
    const settings = DQN_SETTINGS;
    const agent = new DqnAgent({ engine, settings, random, features, rentals, dimension: DIMENSION });
    let windows = cutWindows(histories, settings, random);
    return () => {
      if (windows.length < settings.batch) windows = cutWindows(histories, settings, random);
      return agent.learn(takeBatch(windows, settings));
    };
  };
  const [small, large] = SIZES;
  const times = await interleave({ small: stepOf(small), large: stepOf(large) }, ROUNDS);
  const [before, after] = [median(times.small), median(times.large)];
  const growth = exponent(SIZES, [before, after]);
  return [
    {
      work: `DQN step, ${large.toExponential(0)} films`,
      value: after,
      anchor: `${small.toExponential(1)} films`,
      ratio: before / after,
      goal: 0.85,
    },
    {
      work: `growth of a DQN step from ${small.toExponential(1)} to ${large.toExponential(0)} films`,
      value: growth,
      unit: 'exponent',
      anchor: `at most ${MAX_GROWTH}`,
      ratio: MAX_GROWTH / Math.max(growth, 1e-3),
      goal: 1,
    },
  ];
}
