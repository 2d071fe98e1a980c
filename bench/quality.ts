/**
 * How well each policy foretells rentals of MovieLens-100K, each customer's history cut in time:
 *   npm run bench:quality -- --data DIR [--policies DQN,EASE] [--seeds 1,2,3] [--share 0.8] [--customers N]
 *     [--engine auto]
 * Prints one JSON line a policy; for several seeds one a seed.
 */
import { parseArgs } from 'node:util';
import { loadEngine, type EngineChoice } from '../src/recommender/engine/load-engine';
import { evaluateRanking } from '../src/recommender/metrics/ranking-metrics';
import { temporalSplit } from '../src/recommender/metrics/temporal-split';
import { trainPolicy } from '../src/recommender/policies/train-policy';
import type { PolicyName } from '../src/recommender/policy';
import type { RentalLog } from '../src/recommender/rentals/rental-log';
import { loadMovielens } from './load-movielens';

/** What the first customers of a log rented. */
function firstCustomers({ films, customers, histories }: RentalLog, most: number): RentalLog {
  return { films, customers: customers.slice(0, most), histories: histories.slice(0, most) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      policies: { type: 'string', default: 'RANDOM,POPULARITY,ITEM_KNN,EASE,DQN' },
      seeds: { type: 'string', default: '1' },
      share: { type: 'string', default: '0.8' },
      customers: { type: 'string', default: 'Infinity' },
      engine: { type: 'string', default: 'auto' },
    },
  });
  if (!values.data) throw new Error('Say where MovieLens is: npm run bench:quality -- --data DIR');
  const engine = await loadEngine(values.engine as EngineChoice);
  const { log: whole, features } = await loadMovielens(values.data);
  const log = firstCustomers(whole, Number(values.customers));
  const split = temporalSplit(log, Number(values.share));
  for (const policy of values.policies.split(',') as PolicyName[]) {
    for (const seed of values.seeds.split(',').map(Number)) {
      const startedAt = performance.now();
      const source = { engine, log: split.train, features, vectors: undefined, dimension: 0, seed };
      const trained = await trainPolicy(policy, source);
      const trainSeconds = (performance.now() - startedAt) / 1_000;
      const { recall, ndcg, coverage } = evaluateRanking(trained, split);
      const round = (value: number) => Number(value.toFixed(4));
      console.log(
        JSON.stringify({
          protocol: `temporal ${values.share}, ${log.customers.length} customers, ${log.films.length} films`,
          policy,
          recall10: round(recall),
          ndcg10: round(ndcg),
          coverage: round(coverage),
          trainSeconds: Number(trainSeconds.toFixed(1)),
          seed,
          engine: `${engine.name} ${engine.version}`,
          megabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
        }),
      );
    }
  }
}

void main();
