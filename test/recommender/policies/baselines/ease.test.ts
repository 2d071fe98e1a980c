import { fitEase } from '../../../../src/recommender/policies/baselines/ease';
import { fitItemKnn } from '../../../../src/recommender/policies/baselines/item-knn';
import type { RentalLog } from '../../../../src/recommender/rentals/rental-log';

/** Films 0 and 1 are rented together, film 2 alone, and film 3 never. */
const LOG: RentalLog = {
  films: ['a', 'b', 'c', 'd'],
  customers: ['1', '2', '3'],
  histories: [Int32Array.of(0, 1), Int32Array.of(1, 0), Int32Array.of(2)],
};

describe('EASE', () => {
  it('matches weights worked out by hand', async () => {
    // XᵀX + I of films 0 and 1 is [3 2; 2 3], its inverse [3 −2; −2 3] / 5: the weight is 2/3 both ways.
    const [scores] = (await fitEase(LOG, { regularization: 1, decay: 1 })).score([Int32Array.of(0)]);
    expect(Array.from(scores)).toEqual([0, expect.closeTo(2 / 3, 6), 0, 0]);
  });
});

describe('ITEM_KNN', () => {
  it('sums cosines, and scores films without rentals 0', () => {
    const [scores, empty] = fitItemKnn(LOG).score([Int32Array.of(0, 2, 3), new Int32Array()]);
    expect(Array.from(scores)).toEqual([0, 1, 0, 0]);
    expect(Array.from(empty)).toEqual([0, 0, 0, 0]);
  });
});
