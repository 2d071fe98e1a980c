/**
 * Kills the server at random moments of its first start, and the commands import and embed, and checks that the next
 * start serves complete data:
 *   npm run test:crash -- [rounds of each] [seed]
 * Each command runs to its end once, so that the kills happen in all of its steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../src/random';

const ROOT = resolve(__dirname, '..');
const DISTRIBUTION = ['var', 'var/test'].map((home) => join(ROOT, home, 'distribution')).find(existsSync);
const START_LIMIT_MS = 300_000;
const SAMPLE = ['--customers', '599', '--films', '1000', '--seed', '1'];
/** The commands that are killed. Commands that need a filled graph reuse one home. */
const KINDS = [
  { name: 'first start', command: ['serve'], isOnFilledGraph: false },
  { name: 'import', command: ['import', 'sample', ...SAMPLE], isOnFilledGraph: false },
  { name: 'embed', command: ['embed'], isOnFilledGraph: true },
];
type Kind = (typeof KINDS)[number];

const WHOLE = `{
  filmsConnection { totalCount } actorsConnection { totalCount }
  categoriesConnection { totalCount } customersConnection { totalCount }
  recommendations(customer: "599") { items { rank film { title } } }
  node2vec: embeddingNeighbors(film: "1000", embedding: NODE2VEC) { score }
  fastrp: embeddingNeighbors(film: "1000", embedding: FASTRP) { score }
}`;
const EXPECTED = [1_000, 200, 16, 599, 5, 5, 5];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-crash-'));
  if (DISTRIBUTION) symlinkSync(DISTRIBUTION, join(home, 'distribution'));
  return home;
}

function start(home: string, command: readonly string[] = ['serve']) {
  const env = { ...process.env, REELGRAPH_HOME: home, PORT: '0', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), ...command], { env, stdio: 'pipe' });
  let output = '';
  const url = new Promise<string>((resolveUrl, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        output += `${line}\n`;
        const served = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line);
        if (served) resolveUrl(served[0]);
      });
    }
    child.once('exit', (code) => reject(new Error(`The server exited with code ${code}:\n${output}`)));
  });
  // A round may end before it awaits the URL; the rejection must not end the process.
  url.catch(() => undefined);
  const lastStep = () => /"step":"([^"]+)"(?!.*"step")/s.exec(output)?.[1] ?? 'none';
  return { child, url, lastStep, output: () => output };
}

const ended = (child: ReturnType<typeof start>['child']) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((done) => child.once('exit', () => done()));

async function requireWhole(url: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: WHOLE }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  const sizes = Object.values(
    data as Record<string, { totalCount?: number; items?: unknown[] } & unknown[]>,
  ).map((value) => value.totalCount ?? value.items?.length ?? value.length);
  if (String(sizes) !== String(EXPECTED))
    throw new Error(`Incomplete data: found ${sizes}, expected ${EXPECTED}.`);
}

/** Runs a command until it ends, or a server until it responds. Returns the duration. */
async function measure({ name, command }: Kind, home: string): Promise<number> {
  const startedAt = performance.now();
  const run = start(home, command);
  if (command[0] === 'serve') {
    await run.url;
    run.child.kill('SIGTERM');
  }
  await ended(run.child);
  if (run.child.exitCode !== 0) throw new Error(`The command ${name} failed:\n${run.output()}`);
  return performance.now() - startedAt;
}

async function round({ command }: Kind, home: string, life: number): Promise<string> {
  const first = start(home, command);
  await Promise.race([wait(life), ended(first.child)]);
  const during = first.lastStep();
  first.child.kill('SIGKILL');
  await ended(first.child);
  const startedAt = performance.now();
  const next = start(home);
  try {
    const url = await Promise.race([
      next.url,
      wait(START_LIMIT_MS).then(() =>
        Promise.reject(new Error(`The server did not start in time:\n${next.output()}`)),
      ),
    ]);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    await requireWhole(url);
    return `killed after ${(life / 1_000).toFixed(1)} s in "${during}"; the next start served complete data after ${seconds} s`;
  } finally {
    next.child.kill('SIGTERM');
    await ended(next.child);
  }
}

async function main(): Promise<void> {
  const [rounds = 10, seed = Date.now() % 100_000] = process.argv.slice(2).map(Number);
  const random = createRandom(seed);
  console.log(`${rounds} rounds of each, seed ${seed}`);
  /**
   * The first start fills it. The other commands are also measured in it: their work is already done, or they repeat
   * it.
   */
  const filled = newHome();
  let failed = 0;
  for (const kind of KINDS) {
    const longestLife = await measure(kind, filled);
    for (let at = 1; at <= rounds; at++) {
      const home = kind.isOnFilledGraph ? filled : newHome();
      const life = Math.round(random.next() * longestLife);
      const outcome = await round(kind, home, life).catch((error: Error) => {
        failed++;
        return `FAILED after a kill at ${life} ms: ${error.message}`;
      });
      console.log(`${kind.name} ${at}: ${outcome}`);
      if (home !== filled) rmSync(home, { recursive: true, force: true });
    }
  }
  rmSync(filled, { recursive: true, force: true });
  const passed = KINDS.length * rounds - failed;
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
