import { drawCurve } from '../../../src/commands/train/draw-curve';

describe('drawCurve', () => {
  it('draws the lowest value as the lowest block and the highest as a full column', () => {
    expect(drawCurve([0, 1, 2, 3, 4, 5, 6, 7], 20, 1)).toEqual(['▁▂▃▄▅▆▇█']);
    expect(drawCurve([0, 7.5, 15], 20, 2)).toEqual([' ▁█', '▁██']);
  });

  it('averages neighbours where there are more values than columns, and leaves blank what has no value', () => {
    expect(drawCurve([0, 0, 7, 7], 2, 1)).toEqual(['▁█']);
    expect(drawCurve([null, 0, 7], 10, 1)).toEqual([' ▁█']);
    expect(drawCurve([null, null], 10, 2)).toEqual(['  ', '  ']);
    expect(drawCurve([], 10, 1)).toEqual(['']);
  });

  it('draws what does not change as a line', () => {
    expect(drawCurve([3, 3, 3], 10, 1)).toEqual(['▁▁▁']);
  });
});
