import { createRandom } from '../../../../src/random';
import { DQN_SETTINGS, type DqnSettings } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { qLearningLoss } from '../../../../src/recommender/policies/dqn/q-learning-loss';
import { networkArrays, networkShapes, toNetwork } from '../../../../src/recommender/policies/dqn/q-network';
import {
  type Experience,
  stackTransitions,
  type Window,
} from '../../../../src/recommender/policies/dqn/transitions';
import { loadEngine } from '../../../../src/recommender/engine/load-engine';
import { installedEngines } from '../../engine/installed-engines';
import { type WorkedTransition, workOutLoss } from './worked-out-loss';

const FILMS = 7;
const DIMENSION = 3;
const settings: DqnSettings = { ...DQN_SETTINGS, decays: [0.5, 0.9], hidden: [4, 5] };
const random = createRandom(1);
const randomNetwork = () =>
  toNetwork(
    networkShapes(FILMS, DIMENSION, settings).map((shape) =>
      new Float32Array(shape.reduce((a, b) => a * b)).map(() => 0.5 * random.normal()),
    ),
  );
const [online, target] = [randomNetwork(), randomNetwork()];

const windows: Window[] = [
  { films: Int32Array.of(0, 3, 5, 1), isStart: true },
  { films: Int32Array.of(2, 6), isStart: false },
];
const experiences: Experience[] = [
  { history: Int32Array.of(4, 2), film: 0, reward: 1, isRented: true },
  { history: Int32Array.of(1), film: 6, reward: 0, isRented: false },
  { history: Int32Array.of(1, 5), film: 2, reward: 2, isRented: true, isLast: true },
];
const logged = { reward: 1, isLogged: true };
const acted = { isFollowed: true, isLogged: false };
const transitions: WorkedTransition[] = [
  { ...logged, before: [], film: 0, after: [0], isFollowed: true },
  { ...logged, before: [0], film: 3, after: [0, 3], isFollowed: true },
  { ...logged, before: [0, 3], film: 5, after: [0, 3, 5], isFollowed: true },
  { ...logged, before: [0, 3, 5], film: 1, after: null, isFollowed: false },
  { ...logged, before: [2], film: 6, after: null, isFollowed: false },
  { ...acted, before: [4, 2], film: 0, reward: 1, after: [4, 2, 0] },
  { ...acted, before: [1], film: 6, reward: 0, after: [1] },
  { ...acted, before: [1, 5], film: 2, reward: 2, after: null },
];
const batch = stackTransitions(windows, experiences, 100);
const noDropout = {
  films: new Float32Array(batch.films.length).fill(1),
  hidden: settings.hidden.map((units) => new Float32Array(batch.states.length * units).fill(1)),
};

describe.each(installedEngines)('qLearningLoss on %s', (name) => {
  it('is the loss worked out by hand', async () => {
    const engine = await loadEngine(name);
    const { loss } = qLearningLoss(engine, online, target, settings, batch, noDropout);
    expect(loss).toBeCloseTo(workOutLoss(online, target, settings, transitions), 4);
  });

  it('comes with the gradients that small changes show', async () => {
    const engine = await loadEngine(name);
    const { gradients } = qLearningLoss(engine, online, target, settings, batch, noDropout);
    networkArrays(online).forEach((array, at) => {
      for (let place = 0; place < array.length; place += 5) {
        const shifted = (by: number) => {
          const arrays = networkArrays(online).map((values) => values.slice());
          arrays[at][place] += by;
          return workOutLoss(toNetwork(arrays), target, settings, transitions);
        };
        const slope = (shifted(2e-3) - shifted(-2e-3)) / 4e-3;
        expect(Math.abs(gradients[at][place] - slope)).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
      }
    });
  });

  it('leaves no tensor behind', async () => {
    const engine = await loadEngine(name);
    const before = engine.tf.memory().numTensors;
    for (let time = 0; time < 3; time++) qLearningLoss(engine, online, target, settings, batch, noDropout);
    expect(engine.tf.memory().numTensors).toBe(before);
  });
});
