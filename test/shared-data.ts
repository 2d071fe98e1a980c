import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DATA = resolve(process.env.REELGRAPH_DATA ?? join(__dirname, '..', '..', 'shared', 'data'));

/** The folder of a real data set, kept outside of the project. */
export const dataFolder = (name: string): string => join(DATA, name);

/** `describe`, or one that skips the tests with a reason if the data set is missing. */
export function describeWithData(name: string, title: string, tests: () => void): void {
  if (existsSync(dataFolder(name))) return describe(title, tests);
  describe.skip(`${title} (skipped: no ${name} in the folder that REELGRAPH_DATA names)`, tests);
}
