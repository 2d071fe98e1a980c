import { Curve, MAX_POINTS, thinCurve } from '../../../src/recommender/training/curve';

const step = (number: number) => ({
  step: number,
  loss: number % 2 === 0 ? number : null,
  reward: number,
  meanReward: 10 * number,
  epsilon: 1 / number,
  validation: number === 3 ? 0.5 : null,
});

const pointsOf = (steps: number) => {
  const curve = new Curve();
  for (let number = 1; number <= steps; number++) curve.add(step(number));
  return curve.points();
};

describe('Curve', () => {
  it('keeps each step of a short run', () => {
    expect(pointsOf(5)).toEqual([1, 2, 3, 4, 5].map(step));
  });

  it('stays bounded and covers the whole run', () => {
    const points = pointsOf(100_000);
    expect(points.length).toBeLessThanOrEqual(2 * MAX_POINTS);
    expect(points.length).toBeGreaterThanOrEqual(MAX_POINTS);
    expect(points.at(-1)).toMatchObject({ step: 100_000, meanReward: 1_000_000, epsilon: 1 / 100_000 });
    expect(points.find(({ validation }) => validation !== null)?.validation).toBe(0.5);
    for (let i = 1; i < points.length; i++) expect(points[i].step).toBeGreaterThan(points[i - 1].step);
  });

  it('keeps the time of the last step that a point covers', () => {
    const curve = new Curve();
    for (let number = 1; number <= 4; number++) curve.add(step(number), number / 2);
    expect(thinCurve(curve.points(), 2).map(({ seconds }) => seconds)).toEqual([1, 2]);
  });

  it('is thinned by averaging neighboring points', () => {
    expect(thinCurve(pointsOf(4), 2)).toEqual([
      { step: 2, loss: 2, reward: 1.5, meanReward: 20, epsilon: 1 / 2, validation: null },
      { step: 4, loss: 4, reward: 3.5, meanReward: 40, epsilon: 1 / 4, validation: 0.5 },
    ]);
    expect(thinCurve(pointsOf(7), 200)).toHaveLength(7);
    expect(thinCurve(pointsOf(777), 200)).toHaveLength(200);
  });
});
