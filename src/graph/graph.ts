import neo4j, {
  type BookmarkManager,
  type Driver,
  type EagerResult,
  isInt,
  type QueryConfig,
  type Session,
} from 'neo4j-driver';
import type { GraphAddress } from './open-driver';
import { createStatementThread } from './statement-thread';
import { type Runner, watchStatements } from './watch-statements';

/** Runs one Cypher statement and gives its rows as plain objects, Neo4j integers as numbers. */
export type RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

/** What a driver needs to open a session. */
export interface GraphSession {
  readonly database?: string;
  readonly bookmarkManager: BookmarkManager;
}

/** One database of films, actors, categories and customers, and what the recommender keeps there. */
export interface Graph {
  readonly driver: Driver;
  readonly database: string | undefined;
  /**
   * How sessions on this graph are opened. They share bookmarks: on a cluster, whoever reads after a write of this
   * process sees it, whichever member answers.
   */
  readonly session: GraphSession;
  /** Reads in a managed transaction: retried on transient failures, may be answered by a follower. */
  read: RunCypher;
  /** Writes in a managed transaction. It may run twice when a commit's answer is lost: keep it idempotent. */
  write: RunCypher;
  /** Runs in an auto-commit transaction, for GDS procedures and schema commands. Not retried. */
  run: RunCypher;
  /** Runs as `run` does, from a thread of its own: parameters of megabytes hold up nothing else. */
  runLarge: RunCypher;
  /** All statements of `work` in one write transaction, or none of them. */
  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T>;
  /** How many statements were sent until now, also by others who use the driver, and by the thread of `runLarge`. */
  statements(): number;
  close(): Promise<void>;
}

/** How long a managed transaction may take, in milliseconds: then the graph ends it, whoever waits for it. */
export interface GraphTimeouts {
  read: number;
  write: number;
}

const TIMEOUTS: GraphTimeouts = { read: 60_000, write: 120_000 };

/** How a graph is wrapped. */
interface GraphOptions {
  timeouts?: GraphTimeouts;
  /** Where it is, for `runLarge`; without, that runs in this thread. */
  address?: GraphAddress;
}

type Query = QueryConfig<EagerResult>;

/** Wraps a driver. Closing the graph closes the driver. */
export function createGraph(
  driver: Driver,
  database?: string,
  { timeouts = TIMEOUTS, address }: GraphOptions = {},
): Graph {
  const opening: GraphSession = { database, bookmarkManager: driver.executeQueryBookmarkManager };
  const statements = watchStatements(driver);
  const inSession = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = driver.session(opening);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  /** Sends what is one statement in one round trip fewer than a session's managed transaction takes. */
  const query =
    (routing: Query['routing'], timeout: number): RunCypher =>
    async <Row>(cypher: string, parameters?: Record<string, unknown>) => {
      const options: Query = { ...opening, routing, transactionConfig: { timeout } };
      return toRows<Row>(await statements.see(cypher, driver.executeQuery(cypher, parameters, options)));
    };
  const runIn =
    (runner: Runner): RunCypher =>
    async <Row>(cypher: string, parameters?: Record<string, unknown>) =>
      toRows<Row>(await runner.run(cypher, parameters));
  const run: RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) =>
    inSession((session) => runIn(session)<Row>(cypher, parameters));
  const thread = address && createStatementThread(address, opening.bookmarkManager);
  return {
    driver,
    database,
    session: opening,
    read: query(neo4j.routing.READ, timeouts.read),
    write: query(neo4j.routing.WRITE, timeouts.write),
    run,
    runLarge: thread
      ? <Row>(cypher: string, parameters?: Record<string, unknown>) =>
          statements.see(cypher, thread.run<Row>(cypher, parameters))
      : run,
    transaction: (work) =>
      inSession((session) => session.executeWrite((tx) => work(runIn(tx)), { timeout: timeouts.write })),
    statements: statements.sent,
    close: async () => {
      await thread?.close();
      await driver.close();
    },
  };
}

const toRows = <Row>({ records }: Pick<EagerResult, 'records'>): Row[] =>
  records.map((record) => toPlain(record.toObject()) as Row);

/** Neo4j integers become numbers, at any depth; everything else stays as the driver gave it. */
function toPlain(value: unknown): unknown {
  if (isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(toPlain);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlain(entry)]));
  }
  return value;
}
