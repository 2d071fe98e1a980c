/** Writes the augmented schema, or with --check fails where the committed one differs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printAugmentedSchema } from '../src/graphql/print-augmented-schema';

const FILE = join(__dirname, '..', 'schema.augmented.graphql');

async function main() {
  const schema = await printAugmentedSchema();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, schema);
  } else if (readFileSync(FILE, 'utf8') !== schema) {
    throw new Error(
      'schema.augmented.graphql is not what schema.graphql makes. Run npm run codegen and commit it.',
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
