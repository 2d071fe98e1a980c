import { Curve, MAX_POINTS, thinCurve } from '../../../src/recommender/training/curve';

const step = (number: number) => ({
  step: number,
  loss: number % 2 === 0 ? number : null,
  reward: number,
  meanReward: 10 * number,
  epsilon: 1 / number,
  validation: number === 3 ? 0.5 : null,
});

const course = (steps: number) => {
  const curve = new Curve();
  for (let number = 1; number <= steps; number++) curve.add(step(number));
  return curve.points();
};

describe('a curve', () => {
  it('holds each step of a short run', () => {
    expect(course(5)).toEqual([1, 2, 3, 4, 5].map(step));
  });

  it('stays bounded however long the run is, and stands for all of it', () => {
    const points = course(100_000);
    expect(points.length).toBeLessThanOrEqual(2 * MAX_POINTS);
    expect(points.length).toBeGreaterThanOrEqual(MAX_POINTS);
    expect(points.at(-1)).toMatchObject({ step: 100_000, meanReward: 1_000_000, epsilon: 1 / 100_000 });
    expect(points.find(({ validation }) => validation !== null)?.validation).toBe(0.5);
    for (let at = 1; at < points.length; at++) expect(points[at].step).toBeGreaterThan(points[at - 1].step);
  });

  it('is thinned by averaging what its points stand for', () => {
    expect(thinCurve(course(4), 2)).toEqual([
      { step: 2, loss: 2, reward: 1.5, meanReward: 20, epsilon: 1 / 2, validation: null },
      { step: 4, loss: 4, reward: 3.5, meanReward: 40, epsilon: 1 / 4, validation: 0.5 },
    ]);
    expect(thinCurve(course(7), 200)).toHaveLength(7);
    expect(thinCurve(course(777), 200)).toHaveLength(200);
  });
});
