import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Report } from '../progress';
import { runMaven } from './run-maven';

/** What is shipped with this package for a private Neo4j, the same seen from src/ and from dist/. */
const SHIPPED = join(__dirname, '..', '..', 'neo4j');
export const POM = join(SHIPPED, 'pom.xml');
export const KEEPER = join(SHIPPED, 'keeper.js');

/** The version of Graph Data Science, as pom.xml pins it. */
export const gdsVersion = (): string =>
  /<gds.version>(.*)<\/gds.version>/.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

/** About how many jars there are; for the progress alone. */
const JARS = 351;

/** The folder of Neo4j's jars in a home; another pom.xml gives another folder. */
export function distributionFolder(home: string): string {
  const version = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  return resolve(home, 'distribution', version);
}

/** Whether Neo4j has been fetched into this home. */
export const isFetched = (home: string): boolean => existsSync(distributionFolder(home));

/**
 * Fetches Neo4j, Graph Data Science and APOC by Maven, which verifies their checksums. The folder appears
 * when it is complete; what a fetch that was cut off has left is thrown away.
 * @throws AppError CANNOT_START where Maven is missing or fails
 */
export async function fetchNeo4j(home: string, report: Report): Promise<string> {
  const folder = distributionFolder(home);
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const watch = setInterval(() => {
    void readdir(unfinished).then(
      (files) => report(Math.min(files.length, JARS), JARS, 'files'),
      () => undefined,
    );
  }, 500);
  try {
    await runMaven([
      '--quiet',
      '--batch-mode',
      '--strict-checksums',
      '--file',
      POM,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${unfinished}`,
      '-DincludeScope=runtime',
    ]);
  } finally {
    clearInterval(watch);
  }
  await rename(unfinished, folder);
  return folder;
}
