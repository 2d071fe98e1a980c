import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { median, type Row } from './measure';

const CONNECTIONS = 8;
const WARM_UP = 4_000;
const REQUESTS = 2_000;
const ROUNDS = 9;
const GOAL = 1 / 1.5;

interface Server {
  /** Sends requests and returns the CPU time of the server per request, in milliseconds. */
  answer(requests: number): Promise<number>;
  stop(): void;
}

/** The cost of a request before any resolver runs, compared to Apollo's standalone server. */
export async function measureHttp(): Promise<Row[]> {
  const [own, apollo] = await Promise.all([startServer('reelgraph'), startServer('apollo')]);
  try {
    await own.answer(WARM_UP);
    await apollo.answer(WARM_UP);
    const rounds: [number, number][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push([await own.answer(REQUESTS), await apollo.answer(REQUESTS)]);
    }
    return [
      {
        work: '{ __typename } over HTTP',
        value: median(rounds.map(([value]) => value)),
        anchor: "Apollo's standalone server",
        ratio: median(rounds.map(([value, anchor]) => anchor / value)),
        goal: GOAL,
      },
    ];
  } finally {
    own.stop();
    apollo.stop();
  }
}

async function startServer(name: 'reelgraph' | 'apollo'): Promise<Server> {
  const child = fork(join(__dirname, 'http-server.mjs'), [name], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const [url] = (await once(child, 'message')) as [string];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const cpuMs = async () => {
    child.send('cpu');
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
    return (user + system) / 1_000;
  };
  return {
    answer: async (requests) => {
      const before = await cpuMs();
      let left = requests;
      const client = async () => {
        while (left-- > 0) await post(url, agent);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, client));
      return ((await cpuMs()) - before) / requests;
    },
    stop: () => void child.kill(),
  };
}

const BODY = JSON.stringify({ query: '{ __typename }' });
const HEADERS = { 'content-type': 'application/json', 'content-length': String(BODY.length) };

const post = (url: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: HEADERS }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(BODY);
  });
