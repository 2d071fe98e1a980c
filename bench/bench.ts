/**
 * All benchmarks in one run:
 *   npm run bench -- [--large] [--without serving,reload]
 * Prints a table, and appends a line of JSON with all rows, the commit and the machine to var/bench/history.jsonl.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { formatRow, type Row } from './scale/measure';
import { SCALE_PARTS } from './scale/parts';

const { values: options } = parseArgs({
  options: { large: { type: 'boolean', default: false }, without: { type: 'string', default: '' } },
});
const ROOT = join(__dirname, '..');
/** Throughput and 99th percentile during training, compared to an idle server. */
const SERVING_GOALS = { throughput: 0.95, p99: 1 / 3 };

/** Runs a benchmark in a separate process and returns its lines of JSON. */
async function linesOf<Line>(script: string, ...args: string[]): Promise<Line[]> {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as Line);
  }
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) console.error(`${script} ended with code ${child.exitCode}.`);
  return lines;
}

async function measureServing(): Promise<Row[]> {
  const lines = await linesOf<{ throughputRatio?: number; p99Ratio?: number }>('bench:serving');
  const { throughputRatio, p99Ratio } = lines.at(-1) ?? {};
  if (throughputRatio === undefined || p99Ratio === undefined) return [];
  const row = { anchor: 'idle', unit: '× idle' };
  return [
    {
      ...row,
      work: 'throughput during training',
      value: throughputRatio,
      ratio: throughputRatio,
      goal: SERVING_GOALS.throughput,
    },
    {
      ...row,
      work: '99th percentile during training',
      value: p99Ratio,
      ratio: 1 / p99Ratio,
      goal: SERVING_GOALS.p99,
    },
  ];
}

async function main(): Promise<void> {
  const skipped = new Set(options.without.split(','));
  const rows: Row[] = [];
  for (const part of SCALE_PARTS.filter((name) => !skipped.has(name))) {
    const large = options.large ? ['--large'] : [];
    // One process per part, because memory and compiled code of one part would affect the times of the next.
    rows.push(...(await linesOf<Row>('bench:scale', '--json', '--only', part, ...large)));
  }
  if (!skipped.has('serving')) rows.push(...(await measureServing()));
  for (const row of rows) console.log(formatRow(row));
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT }).toString().trim();
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const folder = join(ROOT, 'var', 'bench');
  mkdirSync(folder, { recursive: true });
  const line = JSON.stringify({ at: new Date().toISOString(), commit, machine, rows });
  appendFileSync(join(folder, 'history.jsonl'), `${line}\n`);
}

void main();
