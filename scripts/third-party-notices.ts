/**
 * Writes THIRD_PARTY_NOTICES.md: the licenses of all packages that an installation of reelgraph contains, and the
 * full texts for those that are bundled into it.
 *   npm run notices              writes the file
 *   npm run notices -- --check   fails if the committed file differs
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS } from '../src/assets';
import { BUNDLED_MODULE } from './bundled-module';

const ROOT = join(__dirname, '..');
const FILE = join(ROOT, 'THIRD_PARTY_NOTICES.md');
/** Types, Node's own fetch, and graphql, which is installed. */
const UNBUNDLED = /^(@types\/|@webgpu\/types$|node-fetch$|graphql$)/;
const BARE_IMPORT = /(?:from|import) '((?:@[^/']+\/)?[^./'][^/']*)/g;

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Record<string, string>;
}

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** The packages of package-lock.json by their folder, such as node_modules/express. */
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }).packages,
).filter(([folder]) => folder !== '');

const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
const byCodePoint = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Names of the installed packages by license. A package that is locked more than once is listed once. */
function installedByLicense(): [license: string, names: string[]][] {
  const names = new Map<string, Set<string>>();
  for (const [folder, { dev, license = 'unknown' }] of locked) {
    if (dev) continue;
    names.set(license, (names.get(license) ?? new Set()).add(nameOf(folder)));
  }
  return [...names]
    .map(([license, found]): [string, string[]] => [license, [...found].sort(byCodePoint)])
    .sort(([a], [b]) => byCodePoint(a, b));
}

/**
 * Names of the packages whose code is bundled: the imports of the dashboard and of TensorFlow.js, with their
 * dependencies, and the packages of the assets.
 */
function bundled(): string[] {
  const dependencies = new Map(locked.map(([folder, entry]) => [folder, entry.dependencies ?? {}]));
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name) || UNBUNDLED.test(name)) return;
    found.add(name);
    Object.keys(dependencies.get(`node_modules/${name}`) ?? {}).forEach(add);
  };
  for (const source of bundledSources()) {
    for (const [, name] of read(...source).matchAll(BARE_IMPORT)) {
      if (dependencies.has(`node_modules/${name}`)) add(name);
    }
  }
  for (const asset of Object.values(ASSETS)) add(/^(?:@[^/]+\/)?[^/]+/.exec(asset)?.[0] ?? '');
  return [...found].sort(byCodePoint);
}

/** The paths of the modules whose imports the build bundles. */
function bundledSources(): string[][] {
  const sourcesIn = (folder: string[], pattern: RegExp) =>
    readdirSync(join(ROOT, ...folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => pattern.test(path))
      .map((path) => [...folder, path]);
  return [
    ...sourcesIn(['web', 'src'], /(?<!generated)\.tsx?$/),
    ...sourcesIn(['src', 'recommender', 'engine'], BUNDLED_MODULE),
  ];
}

function licenseText(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  const { license, author } = JSON.parse(read('node_modules', name, 'package.json')) as Record<
    string,
    unknown
  >;
  const by = typeof author === 'object' ? (author as { name: string } | null)?.name : author;
  return `License: ${String(license)}. Author: ${String(by ?? name)}.`;
}

/** The content of THIRD_PARTY_NOTICES.md for the packages that package-lock.json names. */
export function thirdPartyNotices(): string {
  const lists = installedByLicense().map(
    ([license, names]) => `### ${license}\n\n${names.map((name) => `- ${name}`).join('\n')}`,
  );
  const texts = bundled().map((name) => `### ${name}\n\n\`\`\`text\n${licenseText(name)}\n\`\`\``);
  return `# Third-party notices

reelgraph is licensed under Apache-2.0. It uses the packages below, which have licenses of their own. This file is
generated from package-lock.json by \`npm run notices\`.

## Licenses that restrict use

- **@apollo/federation-internals** (Elastic License 2.0) is installed as a dependency of @neo4j/graphql, through
  @apollo/subgraph. Its license does not allow you to offer it to third parties as a hosted or managed service that
  gives access to a substantial set of its features. reelgraph does not use Apollo Federation and exposes none of its
  features. Ask your own counsel if you are unsure.
- **Neo4j Community Edition** and **Graph Data Science** (GPLv3) and **APOC** (Apache-2.0) are separate programs. They
  are not part of this package: your machine downloads them from Maven Central when a private Neo4j starts for the
  first time.

## Installed packages

${lists.join('\n\n')}

## Bundled packages

${texts.join('\n\n')}
`;
}

if (require.main === module) {
  const content = thirdPartyNotices();
  if (!process.argv.includes('--check')) writeFileSync(FILE, content);
  else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== content) {
    console.error('THIRD_PARTY_NOTICES.md is out of date. Run npm run notices and commit the file.');
    process.exitCode = 1;
  }
}
