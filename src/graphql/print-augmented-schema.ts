import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemas } from './build-schema';
import { requireFieldRules } from './limits/field-rules';

/**
 * Prints the schema that clients see, in alphabetical order.
 * @throws Error if a field has no rule in field-rules.ts
 */
export async function printAugmentedSchema(): Promise<string> {
  const { api } = await buildSchemas();
  requireFieldRules(api);
  return `${printSchema(lexicographicSortSchema(api))}\n`;
}
