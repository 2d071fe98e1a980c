/**
 * Ranks held-out rentals of a data set with every policy, under every split:
 *   npm run bench:quality -- --data DIR [--split per-customer,leave-one-out,global] [--policies DQN,EASE]
 *     [--seeds 1,2,3] [--share 0.8] [--date 1998-03-01] [--min-rentals N] [--customers N] [--engine auto] [--json]
 * DIR holds MovieLens in any form or Last.fm; `sample` and `sample-shuffled` stand for the generated store.
 * Hyperparameters are chosen on a validation part of the training rentals; each row prints those that were chosen.
 * Prints a table per split, or JSON lines: per policy the median seed by NDCG@10, 95 % intervals, and the paired
 * difference of NDCG@10 to the best other policy.
 */
import { parseArgs } from 'node:util';
import { SPLIT_NAMES, type SplitName, SPLITS } from '../src/commands/split-names';
import { type EngineChoice, loadEngine } from '../src/recommender/engine/load-engine';
import { bootstrapMean, pairedDifference } from '../src/recommender/metrics/bootstrap';
import { summarizePopularity } from '../src/recommender/metrics/popularity-bins';
import { measureLists, type MeasuredList, summarizeLists } from '../src/recommender/metrics/ranking-metrics';
import {
  type LogSplit,
  selectCustomers,
  splitLog,
  type SplitKind,
  type TestCase,
} from '../src/recommender/metrics/split-log';
import { type BenchData, loadData } from './load-data';
import { type BenchPolicy, choosePolicies } from './policies';

interface Measured {
  readonly policy: string;
  readonly seed: number;
  readonly lists: ReadonlyMap<string, readonly MeasuredList[]>;
  readonly trainSeconds: number;
  readonly settings: string;
}

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: SPLIT_NAMES.join(',') },
    policies: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    share: { type: 'string', default: '0.8' },
    date: { type: 'string' },
    'min-rentals': { type: 'string', default: '0' },
    customers: { type: 'string' },
    engine: { type: 'string', default: 'auto' },
    json: { type: 'boolean', default: false },
  },
});

/** Test cases by the name under which they are reported. */
function groupsOf({ cases, groups, newCustomers }: LogSplit): ReadonlyMap<string, readonly TestCase[]> {
  const named = groups.length > 0 ? groups : [{ name: 'all customers', cases }];
  return new Map(
    [...named, ...newCustomers]
      .filter((group) => group.cases.length > 0)
      .map((group) => [group.name, group.cases]),
  );
}

async function measure(
  { name, train }: BenchPolicy,
  source: Parameters<BenchPolicy['train']>[0],
  groups: ReadonlyMap<string, readonly TestCase[]>,
): Promise<Measured> {
  const startedAt = performance.now();
  const policy = await train(source);
  const trainSeconds = (performance.now() - startedAt) / 1_000;
  const lists = new Map(
    [...groups].map(([group, cases]) => [group, measureLists(policy, source.log, cases)] as const),
  );
  const settings = Object.entries(policy.settings ?? {});
  return {
    policy: name,
    seed: source.seed,
    lists,
    trainSeconds,
    settings: settings.map(([key, value]) => `${key} ${Number(value.toFixed(3))}`).join(', '),
  };
}

const ndcgs = (lists: readonly MeasuredList[]) => lists.map(({ metrics }) => metrics.ndcg);
const round = (value: number) => Number(value.toFixed(4));

function report(split: string, data: BenchData, policies: readonly (readonly Measured[])[]): void {
  for (const group of policies[0][0].lists.keys()) {
    const listsOf = ({ lists }: Measured) => lists.get(group) as readonly MeasuredList[];
    const meanOf = (measured: Measured) => summarizeLists(listsOf(measured), data.log.films.length);
    const medians = policies.map((seeds) => {
      const sorted = [...seeds].sort((a, b) => meanOf(a).ndcg - meanOf(b).ndcg);
      return sorted[Math.floor((sorted.length - 1) / 2)];
    });
    const rows = medians.map((measured) => {
      const lists = listsOf(measured);
      const { recall, ndcg, coverage, novelty } = meanOf(measured);
      const peers = medians.filter(({ policy }) => policy !== measured.policy);
      const peer = peers.reduce<Measured | undefined>(
        (best, other) => (best && meanOf(best).ndcg >= meanOf(other).ndcg ? best : other),
        undefined,
      );
      const interval = bootstrapMean(ndcgs(lists), 1);
      const difference = peer && pairedDifference(ndcgs(lists), ndcgs(listsOf(peer)), 1);
      const [never, ...rented] = summarizePopularity(lists.map(({ popularity }) => popularity));
      return {
        data: data.name,
        split,
        group,
        cases: lists.length,
        policy: measured.policy,
        recall10: round(recall),
        ndcg10: round(ndcg),
        interval: [round(interval.low), round(interval.high)],
        bestOther: peer?.policy,
        difference: difference && [difference.mean, difference.low, difference.high].map(round),
        coverage: round(coverage),
        novelty: round(novelty),
        neverRented: {
          testRentals: never.testRentals,
          meanRank: round(never.meanRank),
          shown: round(never.shown),
        },
        recallByPopularity: rented.map((bin) => round(bin.recall)),
        trainSeconds: Number(measured.trainSeconds.toFixed(1)),
        seed: measured.seed,
        settings: measured.settings,
      };
    });
    if (options.json) rows.forEach((row) => console.log(JSON.stringify(row)));
    else print(rows);
  }
}

type Row = Record<string, unknown> & { data: string; split: string; group: string; cases: number };

function print(rows: readonly Row[]): void {
  const [{ data, split, group, cases }] = rows;
  console.log(`\n${data}, ${split}, ${group} (${cases})`);
  console.table(
    rows.map(
      ({
        policy,
        recall10,
        ndcg10,
        interval,
        bestOther,
        difference,
        coverage,
        neverRented,
        trainSeconds,
        settings,
      }) => ({
        policy,
        recall10,
        ndcg10,
        interval: (interval as number[]).join(' – '),
        'against the best other': difference && `${bestOther} ${(difference as number[]).join(' ')}`,
        coverage,
        neverRank: (neverRented as { meanRank: number }).meanRank,
        seconds: trainSeconds,
        settings,
      }),
    ),
  );
}

async function main(): Promise<void> {
  if (!options.data)
    throw new Error('Missing --data: expected a folder with MovieLens or Last.fm, or `sample`.');
  const engine = await loadEngine(options.engine as EngineChoice);
  for (const name of options.split.split(',')) {
    const kind: SplitKind | undefined = SPLITS[name as SplitName];
    if (!kind) throw new Error(`Unknown split "${name}": expected one of ${SPLIT_NAMES.join(', ')}.`);
    const ties = kind === 'PER_CUSTOMER' ? 'id' : 'hash';
    const whole = await loadData(options.data, { ties, minRentals: Number(options['min-rentals']) });
    if (kind === 'GLOBAL' && !whole.log.times) {
      console.log(`\n${whole.name}, global: skipped, this data set has no times.`);
      continue;
    }
    const count = options.customers === undefined ? Infinity : Number(options.customers);
    const first = [...whole.log.customers.keys()].filter((customer) => customer < count);
    const data = { ...whole, log: selectCustomers(whole.log, first) };
    const date = options.date === undefined ? undefined : Date.parse(options.date);
    const split = splitLog(data.log, { kind, share: Number(options.share), date });
    const groups = groupsOf(split);
    const measured: Measured[][] = [];
    for (const policy of choosePolicies(options.policies)) {
      const seeds = options.seeds.split(',').map(Number);
      const runs: Measured[] = [];
      for (const seed of policy.isSeeded ? seeds : seeds.slice(0, 1)) {
        const source = {
          engine,
          log: split.train,
          features: data.features,
          vectors: undefined,
          dimension: 0,
          seed,
        };
        try {
          runs.push(await measure(policy, source, groups));
          process.stderr.write(`${data.name} ${name} ${policy.name} seed ${seed}: done\n`);
        } catch (error) {
          console.log(`${data.name}, ${name}: ${policy.name} is left out. ${(error as Error).message}`);
          break;
        }
      }
      if (runs.length > 0) measured.push(runs);
    }
    report(name, data, measured);
  }
}

void main();
