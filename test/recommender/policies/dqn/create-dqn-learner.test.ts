import { type Engine, loadEngine } from '../../../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { createDqnLearner } from '../../../../src/recommender/policies/dqn/create-dqn-learner';
import type { DqnProgress } from '../../../../src/recommender/policies/dqn/dqn-codec';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { serveDqn } from '../../../../src/recommender/policies/dqn/serve-dqn';
import type {
  Learner,
  LearnerSource,
  LearnerStep,
  SavedLearner,
} from '../../../../src/recommender/policies/learner';

const settings = { ...DQN_SETTINGS, dimension: 8, hidden: [16, 16], batch: 4, maxEpochs: 6 };
const FILMS = 12;

/** Customers who rent the films one after the other, each starting from another film. */
const histories = Array.from({ length: FILMS }, (_, start) =>
  Int32Array.from({ length: 10 }, (_, index) => (start + index) % FILMS),
);

describe('createDqnLearner', () => {
  let engine: Engine;
  beforeAll(async () => (engine = await loadEngine('auto')));

  const source = (films: string[], saved?: SavedLearner): LearnerSource => ({
    engine,
    log: { films, customers: histories.map((_, customer) => String(customer)), histories },
    features: collectFeatures(films.map((film) => [[`actor:${Number(film) % 3}`]])),
    vectors: undefined,
    dimension: 0,
    seed: 1,
    saved,
  });
  const films = Array.from({ length: FILMS }, (_, film) => String(film));
  const stepsOf = async (learner: Learner, count: number) => {
    const steps: LearnerStep[] = [];
    for (let done = 0; done < count && !learner.isFinished; done++) steps.push(await learner.step());
    return steps;
  };
  const progressOf = (learner: Learner) => learner.save().progress as DqnProgress;

  it('chooses the number of epochs by validation, fits the blend, and trains as many epochs on the whole log', async () => {
    const learner = createDqnLearner(source(films), settings);
    const steps = await stepsOf(learner, Infinity);
    const validations = steps.flatMap(({ validation }) => validation ?? []);
    expect(validations.length).toBeGreaterThan(1);
    expect(validations.length).toBeLessThanOrEqual(settings.maxEpochs);
    expect(steps.at(-1)!.step).toBe(steps.length);
    expect(steps.at(-1)!.epsilon).toBeLessThan(settings.epsilon);
    const { phase, epoch, chosenEpoch, blend, rentals } = progressOf(learner);
    expect(phase).toBe('REFIT');
    expect(epoch).toBe(chosenEpoch);
    expect(Object.keys(blend!)).toEqual(['deep', 'ease', 'itemKnn', 'ridge']);
    expect(rentals).toBe(FILMS * 10);
    expect(learner.validation).toBe(validations.at(-1));
  });

  it('serves the blend of the network and the wide part, with the same scores each time', async () => {
    const learner = createDqnLearner(source(films), settings);
    await stepsOf(learner, Infinity);
    const { log } = source(films);
    const profile = histories[0].subarray(0, 5);
    const [first, again] = await Promise.all(
      [1, 2].map(async () => (await serveDqn(learner.weights(), { films }, { log })).score([profile])[0]),
    );
    expect(first).toEqual(again);
    expect(first.every(Number.isFinite)).toBe(true);
    const [networkAlone] = (await serveDqn(learner.weights(), { films })).score([profile]);
    expect(networkAlone).not.toEqual(first);
    const ranked = [...first.keys()]
      .filter((film) => !profile.includes(film))
      .sort((a, b) => first[b] - first[a]);
    expect(ranked[0]).toBe(5);
  });

  it('is deterministic for a seed', async () => {
    const run = async () => {
      const learner = createDqnLearner(source(films), settings);
      await stepsOf(learner, Infinity);
      return learner.weights();
    };
    expect(await run()).toEqual(await run());
  });

  it('resumes an interrupted run from the saved state', async () => {
    const whole = createDqnLearner(source(films), settings);
    await stepsOf(whole, 10);
    const saved = whole.save();
    const resumed = createDqnLearner(source(films, saved), settings);
    const [step] = await stepsOf(resumed, 1);
    expect(step.step).toBe(11);
    expect(resumed.save().arrays['firstMoment.linear']).not.toEqual(saved.arrays['firstMoment.linear']);
    const [fresh] = await stepsOf(createDqnLearner(source(films), settings), 1);
    expect(step.loss).toBeLessThan(fresh.loss!);
  });

  it('starts from scratch after a finished run, so that chains of runs do not decay', async () => {
    const first = createDqnLearner(source(films), settings);
    const steps = await stepsOf(first, Infinity);
    const second = createDqnLearner(source(films, first.save()), settings);
    expect(progressOf(second)).toMatchObject({ phase: 'VALIDATE', epoch: 0, step: steps.length });
    await stepsOf(second, Infinity);
    expect(second.validation).toBe(first.validation);
    expect(second.weights().arrays).toEqual(first.weights().arrays);
  });

  it('trains a finished run further if limited to fewer steps than it took, and serves every step', async () => {
    const first = createDqnLearner(source(films), settings);
    await stepsOf(first, Infinity);
    const continued = createDqnLearner({ ...source(films, first.save()), steps: 3 }, settings);
    expect(continued.weights().arrays).toEqual(first.weights().arrays);
    await stepsOf(continued, 1);
    expect(continued.weights().arrays).not.toEqual(first.weights().arrays);
    expect(progressOf(continued).blend).toEqual(progressOf(first).blend);
    const again = createDqnLearner({ ...source(films, continued.save()), steps: 2 }, settings);
    expect(again.weights().arrays).toEqual(continued.weights().arrays);
    expect(progressOf(again)).toMatchObject({ phase: 'STEPS', step: progressOf(first).step + 1 });
  });

  it('matches learned vectors to films by id if there are new films and the order has changed', async () => {
    const first = createDqnLearner(source(films), settings);
    await stepsOf(first, 5);
    const saved = first.save();
    const more = ['99', ...[...films].reverse()];
    const resumed = createDqnLearner(source(more, saved), settings).save();
    const biasOf = (arrays: SavedLearner['arrays'], film: number) => arrays['online.biases'][film];
    films.forEach((film, number) => {
      expect(biasOf(resumed.arrays, more.indexOf(film))).toBe(biasOf(saved.arrays, number));
    });
    expect(biasOf(resumed.arrays, 0)).toBe(0);
  });

  it('rejects a log in which no customer rented a second film', () => {
    const empty = { ...source(films), log: { films, customers: ['1'], histories: [Int32Array.of(1)] } };
    expect(() => createDqnLearner(empty, settings)).toThrow('nothing to learn');
  });
});

describe('serveDqn', () => {
  it('never recommends films that are newer than the weights, and ignores them in a history', async () => {
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
    const before = (await serveDqn(weights, { films: ['a', 'b'] })).score([Int32Array.of(1)])[0];
    const after = (await serveDqn(weights, { films: ['new', 'b', 'a'] })).score([Int32Array.of(0, 1)])[0];
    expect([...after]).toEqual([-Infinity, before[1], before[0]]);
  });
});
