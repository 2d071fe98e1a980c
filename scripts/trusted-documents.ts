/**
 * Writes the manifest of trusted documents: each operation of the .graphql files in and below the given folders.
 * Default: the examples and the dashboard.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse, separateOperations } from 'graphql';
import { documentId, type Manifest, plainText } from '../src/http/trusted-documents';

const ROOT = join(__dirname, '..');
const OURS = [join(ROOT, 'examples', 'operations'), join(ROOT, 'web', 'src')];

const [file = 'trusted-documents.json', ...folders] = process.argv.slice(2);

const files = (folders.length ? folders : OURS).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => join(folder, name)),
);

const operations = files.flatMap((path) => {
  const document = parse(readFileSync(path, 'utf8'), { noLocation: true });
  return Object.entries(separateOperations(document)).map(([name, operation]) => {
    const type = getOperationAST(operation)?.operation;
    if (!name || !type) throw new Error(`${path} has an operation without a name.`);
    const body = plainText(operation);
    return { id: documentId(body), name, type, body };
  });
});

const manifest: Manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${operations.length} documents in ${file}`);
