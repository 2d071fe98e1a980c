import { expectedEnd } from '../../../web/src/train/expected-end';

const settings = [
  { name: 'patience', value: '5' },
  { name: 'tolerance', value: '0.02' },
];
const epochs = (...validations: (number | null)[]) =>
  validations.map((validation, i) => ({
    step: 10 * (i + 1),
    seconds: null,
    loss: null,
    reward: 0,
    meanReward: 0,
    epsilon: 0,
    validation,
  }));

describe('expectedEnd', () => {
  it('is the last good epoch plus the patience', () => {
    expect(expectedEnd({ firstStep: 0, step: 30, steps: 5_000, settings }, epochs(0.1, 0.3, 0.2))).toBe(
      20 + 5 * 10,
    );
  });

  it('moves with an epoch that is as good as the best within the tolerance', () => {
    expect(expectedEnd({ firstStep: 0, step: 30, steps: 5_000, settings }, epochs(0.1, 0.3, 0.299))).toBe(
      30 + 5 * 10,
    );
  });

  it('adds the epochs on the whole log, which are longer than those without the held-out part', () => {
    const withRefit = [...settings, { name: 'heldOut', value: '0.2' }];
    const run = { firstStep: 0, step: 30, steps: 5_000, settings: withRefit };
    expect(expectedEnd(run, epochs(0.1, 0.3, 0.2))).toBe(20 + 5 * 10 + 20 / 0.8);
  });

  it('counts from the end of validation once the run trains on the whole log', () => {
    const withRefit = [...settings, { name: 'heldOut', value: '0.2' }];
    const run = { firstStep: 0, step: 70, steps: 5_000, settings: withRefit };
    // The last score is that of the network with its wide part.
    expect(expectedEnd(run, epochs(0.1, 0.3, 0.2, 0.2, 0.4))).toBe(50 + 20 / 0.8);
  });

  it('is never later than the maximum number of steps', () => {
    expect(expectedEnd({ firstStep: 0, step: 30, steps: 60, settings }, epochs(0.1, 0.3))).toBe(60);
  });

  it('is the maximum number of steps without early stopping or before the second epoch', () => {
    expect(expectedEnd({ firstStep: 0, step: 30, steps: 5_000, settings: [] }, epochs(0.1, 0.3))).toBe(5_000);
    expect(expectedEnd({ firstStep: 0, step: 30, steps: 5_000, settings }, epochs(null, 0.3))).toBe(5_000);
  });
});
