import { createRandom } from '../../../../src/random';
import { DqnAgent } from '../../../../src/recommender/policies/dqn/dqn-agent';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { cutWindows } from '../../../../src/recommender/policies/dqn/windows';
import { type Engine, loadEngine } from '../../../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { learnToyWorld } from './toy-world';

const settings = { ...DQN_SETTINGS, dimension: 8, hidden: [16, 16] };
const histories = [Int32Array.of(0, 1, 2, 3), Int32Array.of(4, 5, 6), Int32Array.of(1, 2, 7, 0, 5)];
const features = collectFeatures(Array.from({ length: 8 }, (_, film) => [[`actor:${film % 3}`]]));

describe('DqnAgent', () => {
  let engine: Engine;
  beforeAll(async () => (engine = await loadEngine('auto')));

  const createAgent = (seed: number) => {
    const random = createRandom(seed);
    const rentals = new Float32Array(8).fill(2);
    return { agent: new DqnAgent({ engine, settings, random, features, rentals, dimension: 8 }), random };
  };
  const losses = (seed: number, steps: number) => {
    const { agent, random } = createAgent(seed);
    return Array.from({ length: steps }, () =>
      agent.learn(cutWindows(histories, { window: 3, discount: 0 }, random)),
    );
  };

  it('is deterministic for a seed and differs between seeds', () => {
    expect(losses(1, 5)).toEqual(losses(1, 5));
    expect(losses(1, 5)).not.toEqual(losses(2, 5));
  });

  it('lowers its loss', () => {
    const course = losses(1, 120);
    expect(course.at(-1)).toBeLessThan(course[0] / 2);
  });

  it('moves the target network slowly towards the online network', () => {
    const { agent, random } = createAgent(1);
    for (let step = 0; step < 50; step++)
      agent.learn(cutWindows(histories, { window: 3, discount: 0 }, random));
    const distance = (a: Float32Array[], b: Float32Array[]) =>
      Math.sqrt(
        a.reduce((sum, array, at) => sum + array.reduce((s, value, i) => s + (value - b[at][i]) ** 2, 0), 0),
      );
    const copy = (arrays: Float32Array[]) => arrays.map((array) => array.slice());
    const [online, target] = [copy(agent.online), copy(agent.target)];
    agent.learn(cutWindows(histories, { window: 3, discount: 0 }, random));
    expect(distance(agent.online, online)).toBeGreaterThan(0);
    const expected = settings.targetRate * distance(target, agent.online);
    expect(distance(agent.target, target) / expected).toBeCloseTo(1, 3);
  });

  it('takes the same step as a whole and in parts that fit into memory', () => {
    const agents = [2 ** 22, 20].map((maxLogits) => {
      const rentals = new Float32Array(8).fill(2);
      const parts = { ...settings, filmDropout: 0, hiddenDropout: 0, maxLogits };
      return new DqnAgent({
        engine,
        settings: parts,
        random: createRandom(1),
        features,
        rentals,
        dimension: 8,
      });
    });
    const experiences = [{ history: Int32Array.of(1), film: 3, reward: 1, isRented: true }];
    const windows = cutWindows(histories, { window: 3, discount: 0 }, createRandom(1));
    const [whole, inParts] = agents.map((agent) => agent.learn(windows, experiences));
    expect(inParts).toBeCloseTo(whole, 4);
    // The first moments hold the gradients of the first step.
    const [expected, found] = agents.map(({ optimizer }) => optimizer.firstMoments);
    expected.forEach((moments, parameter) => {
      moments.forEach((value, i) => expect(found[parameter][i]).toBeCloseTo(value, 5));
    });
  });

  it('updates only the candidates of a sampled softmax and their features', () => {
    const films = 60;
    const agent = new DqnAgent({
      engine,
      settings: { ...settings, sampledFrom: 10, negatives: 4 },
      random: createRandom(1),
      features: collectFeatures(Array.from({ length: films }, (_, film) => [[`actor:${film % 30}`]])),
      rentals: Float32Array.from({ length: films }, (_, film) => films - film),
      dimension: 8,
    });
    const before = agent.online.map((array) => array.slice());
    agent.learn(cutWindows(histories, { window: 3, discount: 0 }, createRandom(1)));
    const changed = [0, 1, 2].map((parameter) => {
      const width = before[parameter].length / [films, 30, films][parameter];
      const isChanged = (value: number, i: number) => value !== agent.online[parameter][i];
      return new Set(
        [...before[parameter].keys()]
          .filter((i) => isChanged(before[parameter][i], i))
          .map((i) => Math.floor(i / width)),
      );
    });
    const [own, actors, biases] = changed;
    expect(biases.size).toBe(12);
    expect([...own].sort()).toEqual([...biases].sort());
    expect(actors).toEqual(new Set([...biases].map((film) => film % 30)));
  });

  it('does not accumulate tensors', () => {
    const { agent, random } = createAgent(1);
    const before = engine.tf.memory().numTensors;
    for (let step = 0; step < 50; step++)
      agent.learn(cutWindows(histories, { window: 3, discount: 0 }, random));
    expect(engine.tf.memory().numTensors).toBe(before);
  });

  it('gives up a reward for two later ones if γ is .9, and takes it if γ is 0', () => {
    for (const seed of [1, 2, 3]) {
      expect(learnToyWorld(engine, createRandom(seed), 0.9)).toBe(2);
      // After film 3 no film has an immediate reward, so the next choice is random.
      expect([0.6, 1.6]).toContain(learnToyWorld(engine, createRandom(seed), 0));
    }
  });
});
