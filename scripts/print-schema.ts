/**
 * Writes the augmented schema and the schema of the mapping file, or with --check fails if the committed files differ.
 */
import { format } from 'prettier';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printAugmentedSchema } from '../src/graphql/print-augmented-schema';
import { mappingSchema } from '../src/mapping-file-schema';

const ROOT = join(__dirname, '..');

async function main() {
  const schemas = {
    'schema.augmented.graphql': await printAugmentedSchema(),
    'reelgraph.schema.json': await format(JSON.stringify(mappingSchema()), {
      parser: 'json',
      printWidth: 110,
    }),
  };
  for (const [name, text] of Object.entries(schemas)) {
    const file = join(ROOT, name);
    if (!process.argv.includes('--check')) {
      writeFileSync(file, text);
    } else if (readFileSync(file, 'utf8') !== text) {
      throw new Error(`${name} is out of date. Run npm run codegen and commit it.`);
    }
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
