/**
 * Writes the manifest of trusted documents: the operations of a folder, examples/operations where none is named,
 * and those of the dashboard, which asks the API like everybody else.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print } from 'graphql';
import { documentId, type Manifest } from '../src/http/trusted-documents';
import * as dashboard from '../web/src/api/operations.generated';

const [folder = join(__dirname, '..', 'examples', 'operations'), file = 'trusted-documents.json'] =
  process.argv.slice(2);

const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const dashboards = Object.entries(dashboard)
  .filter(([name]) => name.endsWith('Document') && !name.endsWith('FragmentDoc'))
  .map(([, document]) => String(document));

const operations = [...texts, ...dashboards].map((text) => {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) throw new Error(`This has no operation with a name: ${text}`);
  const body = print(document);
  return { id: documentId(body), name: operation.name.value, type: operation.operation, body };
});

const manifest: Manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${operations.length} documents in ${file}`);
