/**
 * How the parts whose cost grows with the catalogue compare with honest anchors:
 *   npm run bench:scale -- [--only search,inverse,gather,http,steps,learning,reload] [--large] [--json]
 * Prints a table, or a line of JSON for each row. Ratios count: each is the median of interleaved rounds in CPU time.
 * reload starts a private Neo4j in var/bench. numpy, PyTorch and usearch are anchors if they are installed.
 * --large adds 1,000,000 films and an inverse of 6,000 films, which takes about 2 GB of memory and some minutes.
 */
import { parseArgs } from 'node:util';
import { measureGather } from './scale/gather';
import { measureHttp } from './scale/http';
import { measureInverse } from './scale/inverse';
import { measureLearning } from './scale/learning';
import type { Row } from './scale/measure';
import { measureReload } from './scale/reload';
import { measureSearch } from './scale/search';
import { measureSteps } from './scale/steps';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const PARTS: Record<string, (large: boolean) => Promise<Row[]>> = {
  search: (large) => measureSearch(large ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]),
  inverse: (large) => measureInverse(large ? [500, 1_500, 6_000] : [500, 1_500]),
  gather: () => measureGather(),
  http: () => measureHttp(),
  steps: () => measureSteps(),
  learning: () => measureLearning(),
  reload: () => measureReload(),
};

const shown = (value: number) => (value < 10 ? value.toFixed(3) : value.toFixed(0));

function print(row: Row): void {
  if (options.json) return console.log(JSON.stringify(row));
  const { work, value, unit = 'ms CPU', anchor, ratio, goal } = row;
  const verdict =
    ratio === null || !goal ? '' : ratio >= goal ? `≥ ${goal.toFixed(2)}` : `< ${goal.toFixed(2)} !`;
  const cells = [
    work.padEnd(62),
    `${shown(value)} ${unit}`.padStart(15),
    (ratio === null ? 'skipped' : `${ratio.toFixed(2)} ×`).padStart(9),
    anchor.padEnd(26),
    verdict,
  ];
  console.log(cells.join('  '));
}

async function main(): Promise<void> {
  const names = options.only?.split(',') ?? Object.keys(PARTS);
  for (const name of names) {
    const measure = PARTS[name];
    if (!measure) throw new Error(`Unknown part "${name}": expected ${Object.keys(PARTS).join(', ')}.`);
    for (const row of await measure(options.large)) print(row);
  }
}

void main();
