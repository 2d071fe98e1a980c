import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

const SOURCE = resolve(__dirname, '../src');
const MAX_FOLDER_IMPORTS = 60;

/** The modules that each module imports, type-only imports included; paths from src. */
function readImports(): Map<string, string[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.map((file) => {
      const { importedFiles } = preProcessFile(readFileSync(join(SOURCE, file), 'utf8'));
      const imports = importedFiles.flatMap(({ fileName }) => {
        if (!fileName.startsWith('.')) return [];
        const path = resolve(SOURCE, dirname(file), fileName.replace(/\.js$/, ''));
        return existsSync(`${path}.ts`) ? [relative(SOURCE, `${path}.ts`)] : [];
      });
      return [file, imports];
    }),
  );
}

/** Finds a cycle by depth-first search; undefined if there is none. */
function findCycle(imports: ReadonlyMap<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (done.has(file)) return undefined;
    for (const imported of imports.get(file) ?? []) {
      const cycle = visit(imported, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the source files', () => {
  const imports = readImports();

  it('have no import cycle, type-only imports included', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  it('have at most sixty imports between the folders of the recommender, subfolders included', () => {
    const folderOf = (file: string) => /^recommender\/(.+)\/[^/]+$/.exec(file)?.[1];
    const pairs = new Set<string>();
    for (const [file, imported] of imports) {
      for (const other of imported) {
        const [from, to] = [folderOf(file), folderOf(other)];
        if (from && to && from !== to) pairs.add(`${from} → ${to}`);
      }
    }
    expect(pairs.size).toBeGreaterThan(10);
    expect(pairs.size).toBeLessThanOrEqual(MAX_FOLDER_IMPORTS);
  });
});
