// Writes the augmented schema, or with --check fails where the committed one differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILE = new URL('../schema.augmented.graphql', import.meta.url);
const { printAugmentedSchema } = createRequire(import.meta.url)('../dist/graphql/print-augmented-schema.js');
const schema = await printAugmentedSchema();
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, schema);
} else if (readFileSync(FILE, 'utf8') !== schema) {
  console.error(
    'schema.augmented.graphql is not what schema.graphql makes. Run npm run codegen and commit it.',
  );
  process.exit(1);
}
