import { AppError } from '../../../../src/app-error';
import { type Engine, loadEngine } from '../../../../src/recommender/engine/load-engine';
import { topFilms } from '../../../../src/recommender/films/top-films';
import { TutorialAgent } from '../../../../src/recommender/policies/tutorial/tutorial-agent';
import { TUTORIAL_SETTINGS } from '../../../../src/recommender/policies/tutorial/tutorial-settings';
import { createToyStore } from './toy-store';

const store = createToyStore(1, 60, 30, 8);
const settings = { ...TUTORIAL_SETTINGS, hidden: [16, 16, 16], batch: 16, memory: 200 };
let engine: Engine;
beforeAll(async () => (engine = await loadEngine('auto')));

const newAgent = (seed = 1, changed: Partial<typeof settings> = {}) =>
  new TutorialAgent({ engine, ...store, seed, settings: { ...settings, ...changed } });
const train = (agent: TutorialAgent, steps: number) => Array.from({ length: steps }, () => agent.trainStep());
const answer = (agent: TutorialAgent) => agent.policy().score(store.log.histories);

describe('TutorialAgent', () => {
  test('is deterministic for a seed, and differs between seeds', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => newAgent(seed));
    expect(train(a, 100)).toEqual(train(b, 100));
    expect(answer(a)).toEqual(answer(b));
    expect(train(a, 20)).not.toEqual(train(c, 20));
  });

  test('learns when the memory contains more than a batch', () => {
    const steps = train(newAgent(), 20);
    expect(steps.slice(0, 16).every(({ loss }) => loss === null)).toBe(true);
    expect(steps.slice(16).every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test('lets ε decay with every step', () => {
    train(newAgent(), 30).forEach(({ epsilon }, at) =>
      expect(epsilon).toBeCloseTo(0.5 * 0.999 ** (at + 1), 10),
    );
  });

  test('averages the running mean of rewards from zero with α = .01', () => {
    let mean = 0;
    let total = 0;
    for (const { step, reward, meanReward } of train(newAgent(), 50)) {
      total += reward;
      mean += 0.01 * (total / step - mean);
      expect(meanReward).toBeCloseTo(mean, 10);
    }
    expect(mean).toBeGreaterThan(0);
  });

  test('makes policies with the current weights; earlier policies do not change', () => {
    const agent = newAgent();
    const before = agent.policy();
    const scores = before.score(store.log.histories);
    train(agent, 60);
    expect(before.score(store.log.histories)).toEqual(scores);
    expect(answer(agent)).not.toEqual(scores);
  });

  test('learns to recommend films of the kind that a customer rents', () => {
    const agent = newAgent();
    const hits = () =>
      answer(agent).reduce((sum, scores, customer) => {
        const sameKind = topFilms(scores, 5).filter(({ film }) => film % 2 === customer % 2);
        return sum + sameKind.length / 5 / store.log.histories.length;
      }, 0);
    train(agent, 1_500);
    expect(hits()).toBeGreaterThan(0.9);
  });

  test('does not leak tensors or memory in 2,000 steps', () => {
    const agent = newAgent();
    train(agent, 300);
    const { numTensors, numBytes } = engine.tf.memory();
    const { arrayBuffers } = process.memoryUsage();
    for (let step = 0; step < 2_000; step++) agent.trainStep();
    answer(agent);
    expect(engine.tf.memory()).toMatchObject({ numTensors, numBytes });
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(50e6);
  });

  test('acts like the listing of the tutorial if exploration is off', () => {
    const [always, never] = [newAgent(1, { epsilon: 1 }), newAgent(1, { epsilon: 0, explores: false })];
    const listing = newAgent(1, { epsilon: 1, explores: false });
    const rewards = (agent: TutorialAgent) => train(agent, 15).map(({ reward }) => reward);
    const expected = rewards(never);
    expect(rewards(listing)).toEqual(expected);
    expect(rewards(always)).not.toEqual(expected);
  });

  test('is saved and restored with everything that it learned', () => {
    const agent = newAgent();
    train(agent, 80);
    const { progress, arrays } = agent.save();
    const saved = { progress: JSON.parse(JSON.stringify(progress)) as typeof progress, arrays };
    const [one, other] = [newAgent(7), newAgent(8)];
    one.restore(saved);
    other.restore(saved);
    expect(answer(one)).toEqual(answer(agent));
    expect(one.save()).toMatchObject({
      progress: { step: 80, epsilon: progress.epsilon, optimizerStep: 64 },
    });
    train(agent, 40);
    expect(arrays['parameter.0']).not.toEqual(agent.save().arrays['parameter.0']);
    const steps = train(one, 40);
    expect(steps[0].step).toBe(81);
    expect(steps[16].loss).not.toBeNull();
  });

  test('continues identically after every restore', () => {
    const agent = newAgent();
    train(agent, 80);
    const saved = agent.save();
    const [one, other] = [newAgent(), newAgent()];
    one.restore(saved);
    other.restore(saved);
    expect(train(one, 60)).toEqual(train(other, 60));
  });

  test('refuses saved layers of other sizes and does not change', () => {
    const agent = newAgent();
    const scores = answer(agent);
    const other = newAgent(1, { hidden: [16, 20, 16] });
    expect(() => agent.restore(other.save())).toThrow(AppError);
    expect(() => agent.restore(other.save())).toThrow('Train the policy again');
    expect(answer(agent)).toEqual(scores);
  });

  test('refuses films without embeddings', () => {
    const vectors = new Float32Array(store.vectors.length);
    const create = () => new TutorialAgent({ engine, ...store, vectors, seed: 1 });
    expect(create).toThrow(expect.objectContaining({ code: 'EMBEDDINGS_MISSING' }));
  });
});
