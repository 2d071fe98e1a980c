import { loadEngine } from '../../../../src/recommender/engine/load-engine';
import { ReplayMemory } from '../../../../src/recommender/policies/tutorial/replay-memory';
import type { Transition } from '../../../../src/recommender/policies/tutorial/tutorial-environment';
import { TutorialAgent } from '../../../../src/recommender/policies/tutorial/tutorial-agent';
import {
  TUTORIAL_SETTINGS,
  type TutorialSettings,
} from '../../../../src/recommender/policies/tutorial/tutorial-settings';
import { installedEngines } from '../../engine/installed-engines';
import { ReimplementedTutorial } from './reimplemented-tutorial';
import { createToyStore } from './toy-store';

const STEPS = 200;
const store = createToyStore(1, 300, 100, 24);
// A third of the tutorial's units, because the plain engine is slow.
const settings: TutorialSettings = { ...TUTORIAL_SETTINGS, hidden: [60, 60, 60] };
const withoutDropout: TutorialSettings = { ...settings, dropout: [0, 0, 0] };

/** The losses of the first steps that learn. */
function losses(agent: TutorialAgent, steps = STEPS): number[] {
  const trace: number[] = [];
  while (trace.length < steps) {
    const { loss } = agent.trainStep();
    if (loss !== null) trace.push(loss);
  }
  return trace;
}

/** The losses of the other implementation, given the agent's initial weights and batches. */
async function expectedLosses(): Promise<number[]> {
  const engine = await loadEngine('auto');
  const agent = new TutorialAgent({ engine, ...store, seed: 5, settings: withoutDropout });
  const { arrays } = agent.save();
  const names = Object.keys(arrays).filter((name) => name.startsWith('parameter.'));
  const initial = names.map((name) => Array.from(arrays[name]));
  const batches: Transition[][] = [];
  const sampling = jest.spyOn(ReplayMemory.prototype, 'sample');
  losses(agent);
  for (const { value } of sampling.mock.results) batches.push(value as Transition[]);
  sampling.mockRestore();
  const other = new ReimplementedTutorial(initial, settings.learningRate);
  return batches.map((batch) =>
    other.learn(
      batch.map(({ state }) => Array.from(state)),
      batch.map(({ nextState }) => Array.from(nextState)),
    ),
  );
}

const furthest = (a: number[], b: number[]) => Math.max(...a.map((value, at) => Math.abs(value - b[at])));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('training the tutorial', () => {
  let expected: number[];
  let first: number[] | undefined;
  beforeAll(async () => (expected = await expectedLosses()));

  describe.each(installedEngines)('on %s', (name) => {
    test('has the same losses as an independent implementation, step by step', async () => {
      const engine = await loadEngine(name);
      const agent = new TutorialAgent({ engine, ...store, seed: 5, settings: withoutDropout });
      const trace = losses(agent);
      expect(expected).toHaveLength(STEPS);
      expect(furthest(trace, expected)).toBeLessThan(1e-4);
    });

    test('has the same losses as the other engines with dropout on, and they decrease', async () => {
      const engine = await loadEngine(name);
      const trace = losses(new TutorialAgent({ engine, ...store, seed: 6, settings }), 80);
      first ??= trace;
      expect(furthest(trace, first)).toBeLessThan(1e-4);
      expect(mean(trace.slice(-20))).toBeLessThan(0.7 * mean(trace.slice(0, 20)));
    });
  });
});
