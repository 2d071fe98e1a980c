/** What one request may ask at the most. Larger than anything that a page needs, small enough to be answered in a moment. */
export const LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 100_000,
  /** Words and signs of a document. */
  tokens: 4_000,
  /** Fields below fields. */
  depth: 12,
  /** The same for what asks about the schema itself; graphql-js bounds how it may recurse. */
  introspectionDepth: 25,
  /** Fields and fragments of an operation, those of a fragment counted wherever it is spread. */
  selections: 500,
  rootFields: 20,
  aliases: 30,
  directives: 20,
  /** Lists and objects inside of each other in one literal or variable. */
  valueDepth: 12,
  /** Values in all literals and variables. */
  values: 1_000,
  /** Nodes that an answer can hold, by the sizes of its lists; see operationCost. */
  cost: 20_000,
  /** Fields that train or write for a long time. */
  longMutations: 1,
} as const;
