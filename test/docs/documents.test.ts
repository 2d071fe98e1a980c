import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSchema, parse, print, validate } from 'graphql';
import { codeBlocks, DOCUMENTS, readDocument } from './read-document';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples', 'operations');
const SCRIPTS = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts;
const COMMANDS = readdirSync(join(ROOT, 'src', 'commands')).flatMap((file) =>
  file.endsWith('-command.ts') ? [file.replace('-command.ts', '')] : [],
);

describe.each(DOCUMENTS)('%s', (path) => {
  const text = readDocument(path);

  it('links to existing files', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, link]) => link);
    const missing = links.filter((link) => !existsSync(resolve(ROOT, dirname(path), link)));
    expect(missing).toEqual([]);
  });

  it('names existing scripts and commands', () => {
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(scripts.filter((name) => !(name in SCRIPTS))).toEqual([]);
    const commands = [...text.matchAll(/(?:npx |`)reelgraph ([a-z][a-z-]*)/g)].map(([, name]) => name);
    expect(commands.filter((name) => !COMMANDS.includes(name))).toEqual([]);
  });
});

describe('docs/api.md', () => {
  const normal = (document: string) => print(parse(document));
  const shown = codeBlocks('docs/api.md', 'graphql').map(normal);
  const examples = readdirSync(EXAMPLES).map((file) => normal(readFileSync(join(EXAMPLES, file), 'utf8')));

  it('shows the operations in examples/, which tests execute', () => {
    expect([...shown].sort()).toEqual([...examples].sort());
  });
});

describe('docs/public/llms.txt', () => {
  it('links to existing files', () => {
    const paths = [...readDocument('docs/public/llms.txt').matchAll(/\/main\/([^)]+)\)/g)].map(
      ([, path]) => path,
    );
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('examples/notebook', () => {
  it('uses fields and commands that exist', () => {
    const notebook = JSON.parse(readDocument('examples/notebook/reelgraph.ipynb')) as {
      cells: { cell_type: string; source: string[] }[];
    };
    const source = notebook.cells.map((cell) => cell.source.join('')).join('\n');
    const schema = buildSchema(readDocument('schema.augmented.graphql'));
    const documents = [...source.matchAll(/"""\n(query[\s\S]*?)"""/g)].map(([, document]) => document);
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
    const commands = [...source.matchAll(/npx reelgraph ([a-z-]+)/g)].map(([, name]) => name);
    expect(commands.filter((name) => !COMMANDS.includes(name))).toEqual([]);
  });
});
