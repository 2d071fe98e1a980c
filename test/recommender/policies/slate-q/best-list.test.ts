import { bestList, type ListChoice } from '../../../../src/recommender/policies/slate-q/best-list';
import { createRandom } from '../../../../src/random';

const attention = [1, 0.7, 0.5];

/** The expected value of a list, straight from the definition of the conditional logit. */
function valueOf(list: readonly number[], { appeal, values, none }: ListChoice): number {
  const odds = list.map((film, position) => Math.exp(appeal[film]) * attention[position]);
  const noneOdds = Math.exp(none.appeal);
  const sum = odds.reduce((total, each) => total + each, noneOdds);
  return list.reduce(
    (total, film, i) => total + (odds[i] / sum) * values[film],
    (noneOdds / sum) * none.value,
  );
}

describe('bestList', () => {
  it('finds a list as good as the best of all lists', () => {
    const random = createRandom(5);
    for (let trial = 0; trial < 40; trial++) {
      const draw = (scale: number) => Array.from({ length: 7 }, () => scale * random.normal());
      const choice: ListChoice = {
        appeal: draw(2),
        values: draw(1).map((value) => 3 + value),
        none: { appeal: random.normal(), value: 2 },
        attention,
        isAllowed: (film) => film !== 3,
      };
      const films = [0, 1, 2, 4, 5, 6];
      let best = -Infinity;
      for (const a of films) {
        for (const b of films) {
          for (const c of films) {
            if (new Set([a, b, c]).size === 3) best = Math.max(best, valueOf([a, b, c], choice));
          }
        }
      }
      const chosen = bestList(choice);
      expect(chosen.films).not.toContain(3);
      expect(chosen.value).toBeCloseTo(valueOf(chosen.films, choice), 10);
      expect(chosen.value).toBeGreaterThan(best - 0.02);
    }
  });

  it('ranks by appeal if all films are worth the same', () => {
    const choice: ListChoice = {
      appeal: [0, 3, 1, 2],
      values: [1, 1, 1, 1],
      none: { appeal: 0, value: 0 },
      attention,
      isAllowed: () => true,
    };
    expect(bestList(choice).films).toEqual([1, 3, 2]);
  });
});
