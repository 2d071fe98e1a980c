import { createRandom } from '../../../../src/random';
import { loadEngine } from '../../../../src/recommender/engine/load-engine';
import { allFilms, type CandidateFilms } from '../../../../src/recommender/policies/dqn/candidate-films';
import { DQN_SETTINGS, type DqnSettings } from '../../../../src/recommender/policies/dqn/dqn-settings';
import type { Experience } from '../../../../src/recommender/policies/experience';
import { qLearningLoss } from '../../../../src/recommender/policies/dqn/q-learning-loss';
import {
  networkArrays,
  networkShapes,
  type QNetwork,
  toNetwork,
} from '../../../../src/recommender/policies/dqn/q-network';
import { stackTransitions } from '../../../../src/recommender/policies/dqn/transitions';
import type { Window } from '../../../../src/recommender/policies/dqn/windows';
import { installedEngines } from '../../engine/installed-engines';
import { type WorkedChoice, type WorkedExperience, workOutLoss } from './worked-out-loss';

const FILMS = 7;
const DIMENSION = 3;
const settings: DqnSettings = { ...DQN_SETTINGS, decays: [0, 0.5, 0.9], hidden: [4, 5] };
const random = createRandom(1);
const randomNetwork = () =>
  toNetwork(
    networkShapes(FILMS, DIMENSION, settings).map((shape) =>
      new Float32Array(shape.reduce((a, b) => a * b)).map(() => 0.5 * random.normal()),
    ),
  );
const [online, target] = [randomNetwork(), randomNetwork()];

const films = (...numbers: number[]) => Int32Array.from(numbers);
const windows: Window[] = [
  { history: films(0, 3, 5, 1), from: 0, choices: films(3, 3, 1, 1) },
  { history: films(4, 2, 6), from: 2, choices: films(6) },
];
const choices: WorkedChoice[] = [
  { state: [], rented: [], film: 3 },
  { state: [0], rented: [0], film: 3 },
  { state: [0, 3], rented: [0, 3], film: 1 },
  { state: [0, 3, 5], rented: [0, 3, 5], film: 1 },
  // The state begins with the last film before the window. The film before that also counts as rented.
  { state: [2], rented: [4, 2], film: 6 },
];
const experiences: Experience[] = [
  { history: films(4, 2), film: 0, reward: 1, isRented: true },
  { history: films(1), film: 6, reward: 0, isRented: false },
  { history: films(1, 5), film: 2, reward: 2, isRented: true, isLast: true },
];
const worked: WorkedExperience[] = [
  { state: [4, 2], film: 0, reward: 1, next: [4, 2, 0] },
  { state: [1], film: 6, reward: 0, next: [1] },
  { state: [1, 5], film: 2, reward: 2, next: null },
];
const batchOf = (logged: Window[], acted: Experience[]) => {
  const batch = stackTransitions(logged, acted, 100);
  const dropout = {
    films: new Float32Array(batch.films.length).fill(1),
    hidden: settings.hidden.map((units) => new Float32Array(batch.states.length * units).fill(1)),
  };
  return { batch, dropout };
};
const both = batchOf(windows, experiences);

const sampledWindow: Window = { history: films(0, 3, 5), from: 0, choices: films(3, 3, 5) };
const sampledChoices: WorkedChoice[] = [
  { state: [], rented: [], film: 3 },
  { state: [0], rented: [0], film: 3 },
  { state: [0, 3], rented: [0, 3], film: 5 },
];
const sampledExperiences: Experience[] = [{ history: films(2), film: 6, reward: 1, isRented: true }];
const sampledWorked: WorkedExperience[] = [{ state: [2], film: 6, reward: 1, next: [2, 6] }];
/** The network of some films. */
const rowsOf = (network: QNetwork, rows: Int32Array): QNetwork => ({
  ...network,
  films: Float32Array.from(
    [...rows].flatMap((film) => [...network.films.subarray(film * DIMENSION, (film + 1) * DIMENSION)]),
  ),
  biases: Float32Array.from(rows, (film) => network.biases[film]),
});

describe.each(installedEngines)('qLearningLoss on %s', (name) => {
  it.each([
    ['choices and experiences', windows, experiences, choices, worked],
    ['choices alone', windows, [], choices, []],
    ['experiences alone', [], experiences, [], worked],
  ] as const)('matches a loss in plain loops for %s', async (_, logged, acted, workedChoices, workedActs) => {
    const engine = await loadEngine(name);
    const { batch, dropout } = batchOf([...logged], [...acted]);
    const { loss } = qLearningLoss(engine, online, target, settings, batch, dropout, allFilms(FILMS));
    expect(loss).toBeCloseTo(workOutLoss(online, target, settings, workedChoices, workedActs), 3);
  });

  it('has the gradients of finite differences', async () => {
    const engine = await loadEngine(name);
    const { gradients } = qLearningLoss(
      engine,
      online,
      target,
      settings,
      both.batch,
      both.dropout,
      allFilms(FILMS),
    );
    networkArrays(online).forEach((array, index) => {
      for (let place = 0; place < array.length; place += 5) {
        const shifted = (by: number) => {
          const arrays = networkArrays(online).map((values) => values.slice());
          arrays[index][place] += by;
          return workOutLoss(toNetwork(arrays), target, settings, choices, worked);
        };
        const slope = (shifted(2e-3) - shifted(-2e-3)) / 4e-3;
        expect(Math.abs(gradients[index][place] - slope)).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
      }
    });
  });

  it('matches the loops and their finite differences if only some films are candidates', async () => {
    const engine = await loadEngine(name);
    // All films except 1 and 4 are in the batch. Film 4 is drawn; film 1 is not a candidate.
    const candidates: CandidateFilms = {
      films: films(6, 4, 0, 2, 3, 5),
      rowOf: films(2, -1, 3, 4, 1, 5, 0),
      logChances: Float32Array.of(0, Math.log(0.3), 0, 0, 0, 0),
    };
    const chances = [1, 0, 1, 1, 0.3, 1, 1];
    const { batch, dropout } = batchOf([sampledWindow], sampledExperiences);
    const { loss, gradients } = qLearningLoss(
      engine,
      rowsOf(online, candidates.films),
      rowsOf(target, candidates.films),
      settings,
      batch,
      dropout,
      candidates,
    );
    const workOut = (network: QNetwork) =>
      workOutLoss(network, target, settings, sampledChoices, sampledWorked, chances);
    expect(loss).toBeCloseTo(workOut(online), 3);
    networkArrays(online).forEach((array, index) => {
      const width = index < 2 ? array.length / FILMS : 0;
      for (let place = 0; place < array.length; place += 4) {
        const shifted = (by: number) => {
          const arrays = networkArrays(online).map((values) => values.slice());
          arrays[index][place] += by;
          return workOut(toNetwork(arrays));
        };
        const slope = (shifted(2e-3) - shifted(-2e-3)) / 4e-3;
        const row = width && candidates.rowOf[Math.floor(place / width)];
        const gradient = row < 0 ? 0 : gradients[index][width ? row * width + (place % width) : place];
        expect(Math.abs(gradient - slope)).toBeLessThan(0.02 + 0.02 * Math.abs(slope));
      }
    });
  });

  it('does not accumulate tensors', async () => {
    const engine = await loadEngine(name);
    const before = engine.tf.memory().numTensors;
    for (let time = 0; time < 3; time++) {
      qLearningLoss(engine, online, target, settings, both.batch, both.dropout, allFilms(FILMS));
    }
    expect(engine.tf.memory().numTensors).toBe(before);
  });
});
