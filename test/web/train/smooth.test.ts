import { smooth } from '../../../web/src/train/smooth';

describe('smooth', () => {
  it('returns the values unchanged if the amount is 0', () => {
    expect(smooth([1, 2, 3], [3, null, 5], 0)).toEqual([3, null, 5]);
  });

  it('does not pull the first values towards 0', () => {
    expect(smooth([1, 2, 3], [4, 4, 4], 0.9)).toEqual([4, 4, 4].map((value) => expect.closeTo(value, 9)));
  });

  it('gives older values less weight', () => {
    // (.5 · .5 · 1 + .5 · 3) / (.5 · .5 + .5)
    expect(smooth([1, 2], [1, 3], 0.5)[1]).toBeCloseTo(7 / 3, 9);
  });

  it('gives a point that covers ten steps the weight of ten points', () => {
    const each = smooth([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 0.8);
    expect(smooth([1, 11], [1, 3], 0.8)[1]).toBeCloseTo(each[10] as number, 9);
  });
});
