import { drawCurve } from '../../../src/commands/train/draw-curve';

const curve = (values: (number | null)[], steps = values.map((_, i) => 2 ** i)) =>
  values.map((value, i) => ({ step: steps[i], value }));

describe('drawCurve', () => {
  it('draws the minimum as the lowest block and the maximum as a full column', () => {
    expect(drawCurve(curve([0, 7]), 2, 1)).toEqual(['▁█']);
    expect(drawCurve(curve([0, 7.5, 15]), 3, 2)).toEqual(
      ['  █', '▁██'].map((row) => row.replace(/^ {2}/, ' ▁')),
    );
  });

  it('places steps on a logarithmic axis', () => {
    const values = Array.from({ length: 100 }, (_, i) => ({ step: i + 1, value: i + 1 >= 10 ? 7 : 0 }));
    expect(drawCurve(values, 10, 1)).toEqual(['▁▁▁▁▁█████']);
  });

  it('averages the steps of a column and repeats the previous value in an empty one', () => {
    expect(drawCurve(curve([0, 7, 7], [1, 99, 100]), 4, 1)).toEqual(['▁▁▁█']);
  });

  it('leaves columns before the first value blank', () => {
    expect(drawCurve(curve([null, 0, 7]), 3, 1)).toEqual([' ▁█']);
    expect(drawCurve(curve([null, null]), 2, 2)).toEqual(['  ', '  ']);
    expect(drawCurve([], 10, 1)).toEqual(['']);
  });

  it('draws a constant value as a line', () => {
    expect(drawCurve(curve([3, 3]), 3, 1)).toEqual(['▁▁▁']);
  });
});
