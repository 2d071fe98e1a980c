/**
 * How serving fares while a policy trains:
 *   npm run bench:serving -- [--url URL] [--rounds N] [--seconds S] [--policy DQN]
 * against the service at --url, or one that is started for this on the graph of the environment's settings and
 * has settled down. First the most that it answers when idle, once it gets no faster (a graph that was just started
 * answers a quarter of that), then rounds of an open-loop load of 30 % of that, idle and training in turn; a line of
 * JSON each, and one with the ratios at the end. Open loop: requests are sent when they are due, whether or not
 * earlier ones were answered, and waiting counts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
    policy: { type: 'string', default: 'DQN' },
    connections: { type: 'string', default: '16' },
  },
});
const LOAD = 0.3;
const CUSTOMERS = 500;
const agent = new Agent({ keepAlive: true, maxSockets: 512 });

let url = options.url ?? '';

/** Sends a document and returns its response. Throws if the service refuses it. */
function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { data, errors } = JSON.parse(Buffer.concat(chunks).toString()) as {
          data: Data;
          errors?: object;
        };
        if (errors) reject(new Error(JSON.stringify(errors)));
        else resolve(data);
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The service may close an idle connection just when it is reused.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(ask<Data>(query, variables));
      else reject(error);
    });
    sent.end(body);
  });
}

let customer = 0;
const recommend = () =>
  ask(
    'query ($customer: ID!) { recommendations(customer: $customer, first: 10) { items { rank score film { title } } } }',
    {
      customer: String(1 + (customer++ % CUSTOMERS)),
    },
  );

/** Requests per second when all connections send requests as fast as possible. */
async function measureMost(seconds: number): Promise<number> {
  let answered = 0;
  const until = performance.now() + 1_000 * seconds;
  const connections = Array.from({ length: Number(options.connections) }, async () => {
    while (performance.now() < until) {
      await recommend();
      answered++;
    }
  });
  await Promise.all(connections);
  return answered / seconds;
}

/** Sends requests until the service does not get faster, for at most two minutes. */
async function warmUp(): Promise<void> {
  let best = 0;
  for (let slice = 0; slice < 12; slice++) {
    const now = await measureMost(10);
    if (now < 1.05 * best) return;
    best = now;
  }
}

interface Measured {
  /** Responses per second. */
  throughput: number;
  /** Milliseconds from when a request was due until its response. */
  p50: number;
  p99: number;
}

async function measureOpenLoop(rate: number, seconds: number): Promise<Measured> {
  const startedAt = performance.now();
  const total = Math.round(rate * seconds);
  const latencies: number[] = [];
  let inTime = 0;
  const requests: Promise<void>[] = [];
  for (let sent = 0; sent < total; sent++) {
    const due = startedAt + (1_000 * sent) / rate;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    requests.push(
      recommend().then(() => {
        const now = performance.now();
        latencies.push(now - due);
        if (now - startedAt <= 1_000 * seconds) inTime++;
      }),
    );
  }
  await Promise.all(requests);
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))];
  return { throughput: inTime / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Measures during a training run. Fails unless the run is in progress before and after. */
async function whileTraining(work: () => Promise<Measured>): Promise<Measured & { steps: number }> {
  const start = `mutation ($policy: Policy!) { startTraining(input: {policy: $policy, steps: 1000000}) { run { id } } }`;
  const read = 'query ($id: ID!) { trainingRun(id: $id) { status step } }';
  type Run = { trainingRun: { status: string; step: number } };
  const { startTraining } = await ask<{ startTraining: { run: { id: string } } }>(start, {
    policy: options.policy,
  });
  const { id } = startTraining.run;
  const stand = async () => (await ask<Run>(read, { id })).trainingRun;
  while ((await stand()).step === 0) await wait(100);
  const before = await stand();
  const measured = await work();
  const after = await stand();
  await ask('mutation ($id: ID!) { cancelTraining(input: {run: $id}) { run { id } } }', { id });
  if (after.status !== 'RUNNING')
    throw new Error(`The run was ${after.status} before the round was over; take fewer --seconds.`);
  return { ...measured, steps: after.step - before.step };
}

/** Starts the service like `npm start`, on a free port, and waits until it responds. */
async function startService(): Promise<ChildProcess> {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [join(__dirname, '..', 'dist', 'main.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line);
    if (!found) continue;
    url = found[0];
    child.stdout.resume();
    return child;
  }
  throw new Error('The service ended before it answered; npm run build makes what it is started from.');
}

/** After its first start a service trains and evaluates automatically. Waits until this is done. */
async function settle(isOwn: boolean): Promise<void> {
  const question = '{ trainingRuns(first: 1) { status } evaluations(first: 1) { status } }';
  type Answer = Record<'trainingRuns' | 'evaluations', { status: string }[]>;
  for (; ; await wait(1_000)) {
    const { trainingRuns, evaluations } = await ask<Answer>(question);
    const goesOn = [...trainingRuns, ...evaluations].some(({ status }) => status === 'RUNNING');
    if (!goesOn && (evaluations.length > 0 || !isOwn || process.env.NEO4J_URI)) return;
  }
}

const say = (line: object) => console.log(JSON.stringify(line));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function measure(isOwn: boolean): Promise<void> {
  const seconds = Number(options.seconds);
  await settle(isOwn);
  await warmUp();
  const most = await measureMost(seconds);
  const rate = LOAD * most;
  say({ round: 'most', throughput: most });
  const idle: Measured[] = [];
  const training: Measured[] = [];
  for (let round = 1; round <= Number(options.rounds); round++) {
    idle.push(await measureOpenLoop(rate, seconds));
    say({ round, load: 'idle', offered: rate, ...idle.at(-1) });
    training.push(await whileTraining(() => measureOpenLoop(rate, seconds)));
    say({ round, load: 'training', policy: options.policy, offered: rate, ...training.at(-1) });
  }
  const ratio = (of: (measured: Measured) => number) =>
    median(training.map((measured, round) => of(measured) / of(idle[round])));
  say({
    round: 'all',
    throughputRatio: ratio(({ throughput }) => throughput),
    p99Ratio: ratio(({ p99 }) => p99),
  });
}

async function main(): Promise<void> {
  const service = options.url ? undefined : await startService();
  try {
    await measure(service !== undefined);
  } finally {
    agent.destroy();
    service?.kill('SIGTERM');
    if (service) await once(service, 'exit');
  }
}

void main();
