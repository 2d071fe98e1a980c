import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemas } from './build-schema';

/** Prints the schema that clients see, in an order that does not depend on how it was built. */
export async function printAugmentedSchema(): Promise<string> {
  const { api } = await buildSchemas();
  return `${printSchema(lexicographicSortSchema(api))}\n`;
}
