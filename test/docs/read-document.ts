import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** README.md and the documents in docs/, by their paths from the root. */
export const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const readDocument = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The blocks of a document that are marked as being in a language, in order; indented ones too. */
export const codeBlocks = (path: string, language: string): string[] =>
  [...readDocument(path).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)\\n *\`\`\`$`, 'gm'))].map(
    ([, code]) => code,
  );
