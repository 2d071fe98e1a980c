/**
 * How the parts whose cost grows with the catalogue compare with honest anchors:
 *   npm run bench:scale -- [--only search,inverse,gather,http,steps,learning,growth,answers,reload] [--large] [--json]
 * Prints a table, or a line of JSON for each row. Ratios count: each is the median of interleaved rounds in CPU time.
 * answers and reload start a private Neo4j in var/bench. numpy, PyTorch and usearch are anchors if they are installed.
 * --large adds 1,000,000 films and an inverse of 6,000 films, which takes about 2 GB of memory and some minutes.
 */
import { parseArgs } from 'node:util';
import { formatRow } from './scale/measure';
import { measurePart, SCALE_PARTS } from './scale/parts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  for (const name of options.only?.split(',') ?? SCALE_PARTS) {
    for (const row of await measurePart(name, options.large)) {
      console.log(options.json ? JSON.stringify(row) : formatRow(row));
    }
  }
}

void main();
