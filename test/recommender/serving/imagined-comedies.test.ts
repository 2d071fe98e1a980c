import { fitEase } from '../../../src/recommender/policies/baselines/ease';
import { fitItemKnn } from '../../../src/recommender/policies/baselines/item-knn';
import { inTimeOrder } from '../../../src/recommender/rentals/histories';
import type { Policy } from '../../../src/recommender/policies/policy';
import type { RentalRow } from '../../../src/recommender/rentals/rental-repository';
import type { RentalLog } from '../../../src/recommender/rentals/rental-log';
import { rankFilms } from '../../../src/recommender/serving/rank-films';
import { SAMPLE } from '../../../src/prepare-graph';
import { mergeRentals } from '../../../src/store/merge-rentals';
import { generateSampleStore } from '../../../src/store/sample/generate-sample-store';
import { CATEGORIES } from '../../../src/store/sample/names';

describe('imagined comedies, on the sample store', () => {
  const store = generateSampleStore(SAMPLE);
  const isComedy = store.traits.films.map(({ category }) => CATEGORIES[category] === 'Comedy');
  const comedies = isComedy.flatMap((is, film) => (is ? [film] : []));
  const log = toRentalLog(store);

  const byRentals = (films: readonly number[]) => {
    const rentals = new Float64Array(log.films.length);
    for (const history of log.histories) for (const film of history) rentals[film]++;
    return [...films].sort((a, b) => rentals[b] - rentals[a]);
  };

  /** The number of comedies among the first ten films for each history, without the films of the history. */
  const comediesAmongTen = (policy: Policy, histories: Int32Array[]) =>
    policy.score(histories).map((scores, row) => {
      const allowed = new Uint8Array(log.films.length).fill(1);
      for (const film of histories[row]) allowed[film] = 0;
      return rankFilms(scores, { first: 10, allowed, diversity: 0 }).filter(({ film }) => isComedy[film])
        .length;
    });

  it.each([
    ['EASE', fitEase],
    ['ITEM_KNN', fitItemKnn],
  ])('turn the list of %s towards comedies', async (_name, fit) => {
    const policy = await fit(log);
    // Neither hits, which are popular in all categories, nor rarely rented films.
    const five = Int32Array.from(byRentals(comedies).slice(5, 10));
    const [alone] = comediesAmongTen(policy, [five]);
    expect(alone).toBeGreaterThanOrEqual(5);
    const before = comediesAmongTen(policy, [...log.histories]);
    const after = comediesAmongTen(
      policy,
      log.histories.map((history) => Int32Array.from([...history, ...five])),
    );
    const mean = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean(after)).toBeGreaterThan(mean(before) + 1);
  });
});

function toRentalLog(store: ReturnType<typeof generateSampleStore>): RentalLog {
  const films = store.films.map(({ id }) => id);
  const numbers = new Map(films.map((id, number) => [id, number]));
  const rentals = new Map<string, RentalRow[]>(store.customers.map(({ id }) => [id, []]));
  for (const { customer, film, firstAt } of mergeRentals(store.rentals)) {
    rentals.get(customer)?.push([film, firstAt, null]);
  }
  return {
    films,
    customers: [...rentals.keys()],
    histories: [...rentals].map(([customer, own]) => inTimeOrder(customer, own, numbers)),
  };
}
