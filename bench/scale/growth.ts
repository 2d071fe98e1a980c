import { generateSampleStore } from '../../src/store/sample/generate-sample-store';
import { findNeighbors } from '../../src/recommender/policies/baselines/item-knn';
import type { RentalLog } from '../../src/recommender/rentals/rental-log';
import { exponent, interleave, median, type Row } from './measure';

const ROUNDS = 2;
/** The max exponent x in time ~ rentalsˣ. */
const MAX_GROWTH = 1.05;
/** Seconds for a store of 100,000 films and 1,000,000 rentals. */
const STORE_GOAL_MS = 60_000;

/** How the time of the sample store and ITEM_KNN grows with the rentals of a fixed catalogue. */
export async function measureGrowth(large: boolean): Promise<Row[]> {
  const films = large ? 100_000 : 10_000;
  const customers: [number, number] = large ? [9_250, 37_000] : [750, 3_000];
  const [few, many] = customers.map((count) => ({ films, customers: count, seed: 1 }));
  const stores = { few: generateSampleStore(few), many: generateSampleStore(many) };
  const logs = { few: toLog(stores.few, films), many: toLog(stores.many, films) };
  const rentals: [number, number] = [stores.few.rentals.length, stores.many.rentals.length];
  const generation = await interleave(
    { few: () => generateSampleStore(few), many: () => generateSampleStore(many) },
    large ? 1 : ROUNDS,
  );
  const knn = await interleave(
    { few: () => findNeighbors(logs.few), many: () => findNeighbors(logs.many) },
    ROUNDS,
  );
  const growthOf = (work: string, times: Record<'few' | 'many', readonly number[]>): Row => {
    const growth = exponent(rentals, [median(times.few), median(times.many)]);
    const ratio = MAX_GROWTH / growth;
    return {
      work: `growth of ${work}`,
      value: growth,
      unit: 'exponent',
      anchor: `at most ${MAX_GROWTH}`,
      ratio,
      goal: 1,
    };
  };
  const of = `${films.toExponential(0)} films and ${rentals[1].toExponential(1)} rentals`;
  const generated = median(generation.many);
  return [
    {
      work: `sample store of ${of}`,
      value: generated,
      anchor: '60 s',
      ratio: STORE_GOAL_MS / generated,
      goal: 1,
    },
    growthOf('a sample store with its rentals', generation),
    { work: `ITEM_KNN of ${of}`, value: median(knn.many), anchor: 'none', ratio: null },
    growthOf('ITEM_KNN with rentals', knn),
  ];
}

function toLog({ rentals, customers }: ReturnType<typeof generateSampleStore>, films: number): RentalLog {
  const histories = new Map(customers.map(({ id }) => [id, new Set<number>()]));
  for (const { customer, film } of rentals) histories.get(customer)?.add(Number(film) - 1);
  return {
    films: Array.from({ length: films }, (_, film) => String(film + 1)),
    customers: customers.map(({ id }) => id),
    histories: [...histories.values()].map((history) => Int32Array.from(history)),
  };
}
