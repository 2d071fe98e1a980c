import type { Runner } from './watch-statements';

/** A statement with the parameters of its first run. */
export interface RecentStatement {
  readonly cypher: string;
  readonly parameters: Record<string, unknown>;
  readonly isWrite: boolean;
}

/** The statements that ran last. */
export interface RecentStatements {
  /** Remembers all further statements of a transaction. */
  watch<R extends Runner>(runner: R, isWrite: boolean): R;
  /** Returns the remembered statements: reads before writes, and the most frequent first. */
  list(): RecentStatement[];
}

/** A statement with a longer list or text in its parameters is not remembered, because its parameters need memory. */
const MAX_LENGTH = 1_000;

/**
 * Remembers distinct statements. Parameters are kept because Neo4j caches plans by the types of the parameters.
 * @param max number of statements to remember
 */
export function rememberStatements(max: number): RecentStatements {
  const statements = new Map<string, RecentStatement & { uses: number }>();
  const note = (cypher: string, parameters: Record<string, unknown>, isWrite: boolean): void => {
    const known = statements.get(cypher);
    if (!known && !Object.values(parameters).every(isSmall)) return;
    statements.delete(cypher);
    statements.set(cypher, { ...(known ?? { cypher, parameters, isWrite }), uses: (known?.uses ?? 0) + 1 });
    const [oldest] = statements.keys();
    if (statements.size > max) statements.delete(oldest);
  };
  return {
    watch: (runner, isWrite) => {
      const run = runner.run.bind(runner);
      runner.run = ((...[query, parameters = {}, ...rest]: Parameters<Runner['run']>) => {
        if (typeof query === 'string') note(query, parameters as Record<string, unknown>, isWrite);
        return run(query, parameters, ...rest);
      }) as (typeof runner)['run'];
      return runner;
    },
    list: () =>
      [...statements.values()].sort((a, b) => Number(a.isWrite) - Number(b.isWrite) || b.uses - a.uses),
  };
}

function isSmall(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_LENGTH;
  if (value === null || typeof value !== 'object') return true;
  if (ArrayBuffer.isView(value)) return value.byteLength <= MAX_LENGTH;
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.length <= MAX_LENGTH && parts.every(isSmall);
}
