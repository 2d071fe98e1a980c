import { type EagerResult, isInt } from 'neo4j-driver';

/** Runs one Cypher statement and returns its rows as plain objects, with Neo4j integers as numbers. */
export type RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

/** Converts the records of a result to plain objects. */
export const toRows = <Row>({ records }: Pick<EagerResult, 'records'>): Row[] =>
  records.map((record) => toPlain(record.toObject()) as Row);

/** Converts Neo4j integers to numbers at any depth; other values are returned unchanged. */
function toPlain(value: unknown): unknown {
  if (isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(toPlain);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlain(entry)]));
  }
  return value;
}
