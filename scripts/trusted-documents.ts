/** Writes the manifest of trusted documents: the operations of a folder, examples/operations where none is named. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print } from 'graphql';
import { documentId, type Manifest } from '../src/http/trusted-documents';

const [folder = join(__dirname, '..', 'examples', 'operations'), file = 'trusted-documents.json'] =
  process.argv.slice(2);

const operations = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => {
    const document = parse(readFileSync(join(folder, name), 'utf8'), { noLocation: true });
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    if (!operation?.name) throw new Error(`${name} has no operation with a name.`);
    const body = print(document);
    return { id: documentId(body), name: operation.name.value, type: operation.operation, body };
  });

const manifest: Manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${operations.length} documents in ${file}`);
