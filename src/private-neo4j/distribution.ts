import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Report } from '../progress';
import { addDownload, type Downloaded } from './download-progress';
import { runMaven } from './run-maven';

/** The folder neo4j/ of this package; the path is the same from src/ and from dist/. */
const SHIPPED = join(__dirname, '..', '..', 'neo4j');
export const POM = join(SHIPPED, 'pom.xml');
export const KEEPER = join(SHIPPED, 'keeper.js');

/** Returns the version of Graph Data Science in pom.xml. */
export const gdsVersion = (): string =>
  /<gds.version>(.*)<\/gds.version>/.exec(readFileSync(POM, 'utf8'))?.[1] ?? '';

/** Approximate number and size of the jars, to show progress. */
const JARS = 351;
const MEGABYTES = 135;

/** How often the download is reported, in milliseconds. */
const REPORT_INTERVAL_MS = 500;

/** Returns the folder of Neo4j's jars in a home; each version of pom.xml has its own. */
export function distributionFolder(home: string): string {
  const version = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  return resolve(home, 'distribution', version);
}

/** Whether the home contains Neo4j's jars. */
export const isFetched = (home: string): boolean => existsSync(distributionFolder(home));

/**
 * Downloads Neo4j, Graph Data Science and APOC with Maven, which verifies their checksums. The folder is created when
 * the download is complete; an incomplete download is discarded.
 * @throws AppError CANNOT_START if Maven is missing or fails
 */
export async function fetchNeo4j(home: string, report: Report): Promise<string> {
  const folder = distributionFolder(home);
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  let downloaded: Downloaded = { files: 0, bytes: 0 };
  const watch = setInterval(() => {
    void readdir(unfinished).then(
      // Maven copies all jars at the end, after downloading those that are missing from its repository.
      ({ length }) => (length > 0 ? report(Math.min(length, JARS), JARS, 'files') : undefined),
      // The download is complete, and the folder was renamed since the last report.
      () => undefined,
    );
  }, REPORT_INTERVAL_MS);
  try {
    await runMaven(
      [
        '--batch-mode',
        '--strict-checksums',
        '--file',
        POM,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${unfinished}`,
        '-DincludeScope=runtime',
      ],
      (line) => {
        const next = addDownload(downloaded, line);
        if (next === downloaded) return;
        downloaded = next;
        const megabytes = Math.round(downloaded.bytes / 1e6);
        report(Math.min(megabytes, MEGABYTES), MEGABYTES, 'MB', `${downloaded.files} files`);
      },
    );
  } finally {
    clearInterval(watch);
  }
  await rename(unfinished, folder);
  return folder;
}
