import { createRandom } from '../../../../src/random';
import { createDqnPolicy } from '../../../../src/recommender/policies/dqn/dqn-policy';
import { DQN_SETTINGS } from '../../../../src/recommender/policies/dqn/dqn-settings';
import { filmFacts, shrinkBiases } from '../../../../src/recommender/policies/dqn/published-network';
import { networkShapes, toNetwork } from '../../../../src/recommender/policies/dqn/q-network';

const FILMS = 6;
const settings = { ...DQN_SETTINGS, decays: [0.5], hidden: [4] };
const random = createRandom(3);
const network = toNetwork(
  networkShapes(FILMS, 3, settings).map((shape) =>
    new Float32Array(shape.reduce((a, b) => a * b)).map(() => random.normal()),
  ),
);
const histories = Array.from({ length: 20 }, () => random.shuffle(Int32Array.of(0, 1, 2, 3)).slice(0, 3));

describe('shrinkBiases', () => {
  it('moves the mean score of a film with n rentals towards that of all rented films by 1 / (n + 1)', () => {
    const rentals = Float32Array.of(15, 15, 15, 15, 1, 0);
    const meanScores = (net: typeof network) => {
      const rows = createDqnPolicy(net, settings).score(histories);
      return Array.from(
        { length: FILMS },
        (_, film) => rows.reduce((sum, row) => sum + row[film], 0) / rows.length,
      );
    };
    const before = meanScores(network);
    const after = meanScores(shrinkBiases(network, settings, histories, rentals));
    const typical = before.slice(0, 5).reduce((sum, score) => sum + score, 0) / 5;
    expect(after[5]).toBeCloseTo(typical, 4);
    expect(after[4]).toBeCloseTo((before[4] + typical) / 2, 4);
    expect(after[0]).toBeCloseTo(before[0] + (typical - before[0]) / 16, 4);
  });
});

describe('filmFacts', () => {
  const log = {
    films: ['a', 'b', 'c'],
    customers: ['1', '2'],
    histories: [Int32Array.of(0, 1), Int32Array.of(1)],
  };

  it('counts rentals', () => {
    expect(filmFacts(log)).toEqual({ rentals: Float32Array.of(1, 2, 0) });
  });

  it('averages ratings above the middle of their scale, shrunk towards the mean', () => {
    const { gains } = filmFacts({ ...log, ratings: [Float32Array.of(1, 5), Float32Array.of(NaN)] });
    // Stars from 1 to 5: gains 0 and 2, mean 1; ten pseudo-ratings of 1.
    expect([...gains!]).toEqual([10 / 11, 12 / 11, 1].map((gain) => expect.closeTo(gain, 6)));
  });

  it('has no gains if no rating is above the middle', () => {
    const flat = { ...log, ratings: [Float32Array.of(3, 3), Float32Array.of(3)] };
    expect(filmFacts(flat).gains).toBeUndefined();
  });
});
