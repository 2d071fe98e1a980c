import { mergeCurve } from '../../../web/src/train/merge-curve';

const point = (step: number, reward = 0) => ({
  step,
  seconds: null,
  reward,
  loss: null,
  meanReward: 0,
  epsilon: 0,
  validation: null,
});
const steps = (points: readonly { step: number }[]) => points.map(({ step }) => step);

describe('mergeCurve', () => {
  it('appends live points after the stored curve', () => {
    const merged = mergeCurve([point(10, 1), point(20, 1)], [point(15, 2), point(20, 2), point(25, 2)]);
    expect(steps(merged)).toEqual([10, 20, 25]);
    expect(merged.map(({ reward }) => reward)).toEqual([1, 1, 2]);
  });

  it('fills the gap of a dropped connection once the stored curve is refetched', () => {
    const live = [point(5), point(10), point(40), point(45)];
    expect(steps(mergeCurve([point(5)], live))).toEqual([5, 10, 40, 45]);
    expect(
      steps(
        mergeCurve(
          [10, 20, 30, 40].map((step) => point(step)),
          live,
        ),
      ),
    ).toEqual([10, 20, 30, 40, 45]);
  });

  it('keeps the last of duplicate steps, in order', () => {
    const merged = mergeCurve([], [point(2, 1), point(1, 1), point(2, 7)]);
    expect(steps(merged)).toEqual([1, 2]);
    expect(merged[1].reward).toBe(7);
  });

  it('keeps a repeated best validation score once', () => {
    const measured = (step: number, validation: number | null) => ({ ...point(step), validation });
    const stored = [measured(10, 0.2), measured(20, 0.1)];
    const live = [measured(25, 0.2), measured(30, 0.3), measured(35, 0.3)];
    expect(mergeCurve(stored, live).map(({ validation }) => validation)).toEqual([0.2, 0.1, null, 0.3, null]);
  });
});
