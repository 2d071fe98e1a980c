/** Limits of one request. A request over a limit is refused with QUERY_TOO_COMPLEX before it is validated. */
export const LIMITS = {
  /** Bytes of the body, after decompression. */
  bodyBytes: 100_000,
  /** Lexical tokens of the document. */
  tokens: 4_000,
  /** Nested fields. */
  depth: 12,
  /** Nested introspection fields; graphql-js also limits how often lists may recur in them. */
  introspectionDepth: 25,
  /** Fields, inline fragments and fragment spreads. The content of a fragment counts once per spread. */
  selections: 500,
  rootFields: 20,
  aliases: 30,
  directives: 20,
  /** Nested lists and objects in one literal or variable. */
  valueDepth: 12,
  /** Values in all literals and variables. */
  values: 1_000,
  /** Characters of one text in a literal or variable. Each field that uses it may repeat it. */
  textLength: 5_000,
  /** See operation-cost.ts. */
  cost: 20_000,
  /** Mutations that train a policy or write embeddings. */
  longMutations: 1,
  /** Characters of the response JSON. */
  answerLength: 4_000_000,
} as const;

export type LimitName = keyof typeof LIMITS;

/** The largest `limit` or `first` of a generated list. A larger one is refused with BAD_USER_INPUT. */
export const MAX_LIST_SIZE = {
  /** Lists of root fields. */
  root: 200,
  /** Lists below a node. schema.graphql sets the same number as `@limit(max:)`. */
  nested: 1_000,
} as const;

/**
 * The size of a generated list without `limit` or `first`. schema.graphql sets the same number as `@limit(default:)`.
 */
export const DEFAULT_LIST_SIZE = 25;
