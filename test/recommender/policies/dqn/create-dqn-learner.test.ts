import { createDqnLearner } from '../../../../src/recommender/policies/dqn/create-dqn-learner';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { serveDqn } from '../../../../src/recommender/policies/dqn/serve-dqn';
import { type Engine, loadEngine } from '../../../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../../../src/recommender/films/film-features';
import type { Learner, LearnerSource, SavedLearner } from '../../../../src/recommender/policies/learner';

const settings = { ...DQN_SETTINGS, dimension: 8, hidden: [16, 16], batch: 4, epochs: 6 };
const FILMS = 12;

/** Customers who rent the films one after the other, each from another film on. */
const histories = Array.from({ length: FILMS }, (_, start) =>
  Int32Array.from({ length: 10 }, (_, at) => (start + at) % FILMS),
);

describe('createDqnLearner', () => {
  let engine: Engine;
  beforeAll(async () => (engine = await loadEngine('auto')));

  const source = (films: string[], saved?: SavedLearner): LearnerSource => ({
    engine,
    log: { films, customers: histories.map((_, at) => String(at)), histories },
    features: collectFeatures(films.map((film) => [[`actor:${Number(film) % 3}`]])),
    vectors: undefined,
    dimension: 0,
    seed: 1,
    saved,
  });
  const films = Array.from({ length: FILMS }, (_, film) => String(film));
  const stepsOf = (learner: Learner, count: number) => Array.from({ length: count }, () => learner.step());
  const learn = (learner: Learner) => {
    const steps = [];
    while (!learner.isFinished) steps.push(learner.step());
    return steps;
  };

  it('ends by itself, says what it validated at the end of each epoch, and serves the best of them', () => {
    const learner = createDqnLearner(source(films), settings);
    const steps = learn(learner);
    const validations = steps.flatMap(({ validation }) => validation ?? []);
    expect(validations.length).toBeGreaterThan(1);
    expect(validations.length).toBeLessThanOrEqual(settings.epochs + 1);
    expect(steps.at(-1)!.step).toBe(steps.length);
    expect(steps.at(-1)!.epsilon).toBeLessThan(settings.epsilon);
    const policy = serveDqn(learner.weights(), { films });
    const [scores] = policy.score([histories[0].subarray(0, 5)]);
    expect(scores.length).toBe(FILMS);
    expect(scores.every(Number.isFinite)).toBe(true);
  });

  it('goes on where it stood from what was saved', () => {
    const whole = createDqnLearner(source(films), settings);
    stepsOf(whole, 10);
    const saved = whole.save();
    const resumed = createDqnLearner(source(films, saved), settings);
    const [step] = stepsOf(resumed, 1);
    expect(step.step).toBe(11);
    expect(resumed.save().arrays['firstMoment.linear']).not.toEqual(saved.arrays['firstMoment.linear']);
    const fresh = stepsOf(createDqnLearner(source(films), settings), 1)[0];
    expect(step.loss).toBeLessThan(fresh.loss!);
  });

  it('goes on with films that are new and in another order, each with what was learned of it', () => {
    const first = createDqnLearner(source(films), settings);
    stepsOf(first, 5);
    const saved = first.save();
    const more = ['99', ...[...films].reverse()];
    const resumed = createDqnLearner(source(more, saved), settings).save();
    const biasOf = (arrays: SavedLearner['arrays'], place: number) => arrays['online.biases'][place];
    films.forEach((film, place) => {
      expect(biasOf(resumed.arrays, more.indexOf(film))).toBe(biasOf(saved.arrays, place));
    });
    expect(biasOf(resumed.arrays, 0)).toBe(0);
  });

  it('refuses a log in which nobody rented a second film', () => {
    const empty = { ...source(films), log: { films, customers: ['1'], histories: [Int32Array.of(1)] } };
    expect(() => createDqnLearner(empty, settings)).toThrow('nothing to learn from');
  });
});

describe('serveDqn', () => {
  it('never recommends films that came later, and passes over them in a history', async () => {
    const engine = await loadEngine('auto');
    const learner = createDqnLearner(
      {
        engine,
        log: { films: ['a', 'b'], customers: ['1'], histories: [Int32Array.of(0, 1)] },
        features: collectFeatures([[], []]),
        vectors: undefined,
        dimension: 0,
        seed: 1,
      },
      { ...settings, heldOut: 0 },
    );
    const weights = learner.weights();
    const before = serveDqn(weights, { films: ['a', 'b'] }).score([Int32Array.of(1)])[0];
    const after = serveDqn(weights, { films: ['new', 'b', 'a'] }).score([Int32Array.of(0, 1)])[0];
    expect([...after]).toEqual([-Infinity, before[1], before[0]]);
  });
});
