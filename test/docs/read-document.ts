import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The documents of the project, by their paths from the root. */
export const DOCUMENTS = [
  ...['README', 'CHANGELOG', 'CODE_OF_CONDUCT', 'CONTRIBUTING', 'SECURITY'].map((name) => `${name}.md`),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('node_modules'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

export const readDocument = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The fenced code blocks of a document in one language, in order, including indented blocks. */
export const codeBlocks = (path: string, language: string): string[] =>
  [...readDocument(path).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)\\n *\`\`\`$`, 'gm'))].map(
    ([, code]) => code,
  );
