import { createRandom } from '../../../../src/random';
import { cutWindows, takeBatch } from '../../../../src/recommender/policies/dqn/windows';

const range = (length: number) => Int32Array.from({ length }, (_, film) => film);

describe('cutWindows', () => {
  it('predicts every rental once', () => {
    const histories = [range(0), Int32Array.of(7), range(25)];
    for (let seed = 1; seed <= 20; seed++) {
      const windows = cutWindows(histories, { window: 10, discount: 0 }, createRandom(seed));
      expect(windows.flatMap(({ choices }) => [...choices])).toEqual([7, ...histories[2]]);
      for (const { choices } of windows) expect(choices.length).toBeLessThanOrEqual(10);
    }
  });

  it('draws targets k rentals ahead with probability (1 − γ) γᵏ, none before the state', () => {
    const random = createRandom(1);
    const counts = new Float64Array(200);
    for (let draw = 0; draw < 200; draw++) {
      for (const { from, choices } of cutWindows([range(200)], { window: 300, discount: 0.5 }, random)) {
        choices.subarray(0, 150).forEach((film, index) => counts[film - from - index]++);
      }
    }
    const shares = counts.map((count) => count / (200 * 150));
    [0.5, 0.25, 0.125].forEach((share, ahead) => expect(Math.abs(shares[ahead] - share)).toBeLessThan(0.01));
  });
});

describe('takeBatch', () => {
  it('takes windows up to a max number of windows or targets, but at least one', () => {
    const windows = cutWindows(
      [range(8), range(8), range(3), range(3)],
      { window: 10, discount: 0 },
      createRandom(1),
    );
    const sizes = () => takeBatch(windows, { batch: 2, positions: 10 }).map(({ choices }) => choices.length);
    expect([sizes(), sizes(), sizes(), sizes()]).toEqual([[3, 3], [8], [8], []]);
  });
});
