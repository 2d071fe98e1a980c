import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createConstraints } from '../../src/graph/constraints';
import type { Graph } from '../../src/graph/graph';
import { silentLogger } from '../../src/logger';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import { createRecommender, type Recommender } from '../../src/recommender/recommender';
import { withBenchGraph } from './bench-graph';
import { median, type Row } from './measure';

const FILMS = 100_000;
const BATCH = 5_000;
const CUSTOMERS = 50;
const ROUNDS = 3;
const REQUESTS_PER_SECOND = 20;
const IDLE_SECONDS = 10;
const NS_PER_MS = 1e6;

/**
 * Response times while a film is added to 100,000, compared to those without changes: 99th percentiles of an open loop.
 * Fills a private Neo4j in var/bench.
 */
export const measureReload = (): Promise<Row[]> =>
  withBenchGraph(async (graph) => {
    await fill(graph);
    return measureRounds(graph);
  });

async function fill(graph: Graph): Promise<void> {
  await createConstraints(graph);
  for (let from = 0; from < FILMS; from += BATCH) await addFilms(graph, from, from + BATCH);
  await graph.run(
    `UNWIND range(1, $customers) AS number
     CREATE (customer:Customer {customerID: toString(number)})
     WITH customer, number UNWIND range(1, 20) AS rental
     MATCH (film:Film {filmID: toString(number * 100 + rental)})
     CREATE (customer)-[:RENTED {firstAt: datetime(), lastAt: datetime(), times: 1}]->(film)`,
    { customers: CUSTOMERS },
  );
}

const addFilms = (graph: Graph, from: number, to: number) =>
  graph.run(
    `UNWIND range($from, $to - 1) AS number
     CREATE (:Film {filmID: toString(number), Title: 'Film ' + number,
       node2vecEmbedding: [i IN range(1, 100) | rand() - 0.5]})`,
    { from, to },
  );

async function measureRounds(graph: Graph): Promise<Row[]> {
  const recommender = createRecommender({
    graph,
    engine: await loadEngine('cpu'),
    seed: 1,
    logger: silentLogger,
  });
  const idle: number[] = [];
  const changing: number[] = [];
  const lags: number[] = [];
  try {
    await answer(recommender);
    for (let round = 0; round < ROUNDS; round++) {
      const until = performance.now() + 1_000 * IDLE_SECONDS;
      idle.push(await measureP99(recommender, async () => performance.now() > until));
      const films = (await recommender.catalogue()).films.length;
      await addFilms(graph, FILMS + round, FILMS + round + 1);
      const longest = watchLongestTurn();
      changing.push(
        await measureP99(recommender, async () => (await recommender.catalogue()).films.length > films),
      );
      lags.push(longest());
    }
  } finally {
    await recommender.close();
  }
  const row = { unit: 'ms', anchor: 'nothing changes' };
  return [
    {
      ...row,
      work: '99th percentile of answers while a film is added to 1e+5',
      value: median(changing),
      ratio: median(changing.map((p99, round) => idle[round] / p99)),
      goal: 1 / 3,
    },
    {
      ...row,
      work: 'longest turn of the serving thread while a film is added to 1e+5',
      value: median(lags),
      unit: 'ms CPU',
      anchor: '20 ms',
      ratio: 20 / median(lags),
      goal: 1,
    },
  ];
}

/**
 * Watches how long this thread computes without a pause, in CPU milliseconds, so that a busy machine does not count.
 * Elsewhere than on Linux it is the process's CPU time.
 * @returns a function that stops watching and returns the longest time
 */
function watchLongestTurn(): () => number {
  let [last, longest] = [threadCpuMs(), 0];
  const timer = setInterval(() => {
    const now = threadCpuMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

function threadCpuMs(): number {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  if (existsSync(path)) return Number(readFileSync(path, 'utf8').split(' ')[0]) / NS_PER_MS;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

let customer = 0;
const answer = (recommender: Recommender) =>
  recommender.recommend({ customer: String(1 + (customer++ % CUSTOMERS)), first: 10, policy: 'POPULARITY' });

/** Sends requests at a constant rate until `isOver`, whether or not earlier requests were answered. */
async function measureP99(recommender: Recommender, isOver: () => Promise<boolean>): Promise<number> {
  const latencies: number[] = [];
  const requests: Promise<void>[] = [];
  for (let due = performance.now(); !(await isOver()); due += 1_000 / REQUESTS_PER_SECOND) {
    await wait(Math.max(0, due - performance.now()));
    const asked = due;
    requests.push(answer(recommender).then(() => void latencies.push(performance.now() - asked)));
  }
  await Promise.all(requests);
  latencies.sort((a, b) => a - b);
  return latencies[Math.min(latencies.length - 1, Math.floor(0.99 * latencies.length))];
}
