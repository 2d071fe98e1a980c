import neo4j, { type BookmarkManager, type Driver, type Session, type SessionConfig } from 'neo4j-driver';
import { boundStatements } from './bound-statement';
import { type Connections, fixedConnections } from './connections';
import { type GraphHealth, UNWATCHED } from './graph-health';
import { createGraphModel, type GraphModel } from './graph-model';
import type { GraphAddress } from './open-driver';
import { rememberStatements } from './recent-statements';
import { type RunCypher, toRows } from './run-cypher';
import { runTransaction } from './run-transaction';
import { createStatementThread } from './statement-thread';
import { warmUp } from './warm-up';
import { countStatements, type Runner } from './watch-statements';

export type { RunCypher } from './run-cypher';

/** The configuration of every session on a graph. */
export interface GraphSession {
  readonly database?: string;
  /** Shared by all sessions, so that on every member of a cluster a read sees the earlier writes of this process. */
  readonly bookmarkManager: BookmarkManager;
}

/**
 * One database with films, actors, categories and customers, and the data of the recommender. Every statement is
 * bounded: it ends when the graph is lost, when its time is over, or with the scope that it runs in. Statements reject
 * with AppError GRAPH_UNAVAILABLE, DEADLINE_EXCEEDED or OVERLOADED if the graph cannot run them.
 */
export interface Graph {
  /** A driver for @neo4j/graphql. Its sessions are bounded and counted like the methods below. */
  readonly driver: Driver;
  readonly database: string | undefined;
  readonly session: GraphSession;
  /**
   * The address of the graph, for worker threads that connect themselves; undefined if the graph was opened by a
   * driver.
   */
  readonly address?: GraphAddress;
  /** The health of the graph. */
  readonly health: GraphHealth;
  /** The names of its labels, relationships and properties. */
  readonly model: GraphModel;
  /** Reads in one transaction, possibly on a follower. Retried after temporary failures. */
  read: RunCypher;
  /**
   * Writes in one transaction. Retried after temporary failures. The statement must be idempotent, because it may run
   * twice if the acknowledgment of a commit is lost.
   */
  write: RunCypher;
  /** Runs in an auto-commit transaction without a time limit, for GDS procedures and schema commands. Not retried. */
  run: RunCypher;
  /** Like `run`, in a worker thread, so that parameters of several megabytes do not block the event loop. */
  runLarge: RunCypher;
  /** Runs all statements of `work` in one write transaction. */
  transaction<T>(work: (run: RunCypher) => Promise<T>): Promise<T>;
  /** Returns the number of statements sent so far, including those of `driver` and `runLarge`. */
  statements(): number;
  close(): Promise<void>;
}

/** Time limits of managed transactions, in milliseconds. The graph terminates transactions that take longer. */
export interface GraphTimeouts {
  read: number;
  write: number;
}

/** Number of recent statements that a graph plans before it gets requests again. */
const WARM_STATEMENTS = 20;
const TIMEOUTS: GraphTimeouts = { read: 60_000, write: 120_000 };

/** Options of `openGraph`. */
export interface GraphOptions {
  /** @default reads 60 s, writes 120 s */
  timeouts?: GraphTimeouts;
  /** The address for the thread of `runLarge`. Default: `runLarge` runs in this thread. */
  address?: GraphAddress;
  /** @default a graph that counts as up */
  health?: GraphHealth;
  /** @default the tutorial's names */
  model?: GraphModel;
}

type InTransaction = Session['executeRead'];

/** Opens a graph over connections or over a driver of the caller. Closing the graph closes them. */
export function createGraph(
  source: Driver | Connections,
  database?: string,
  { timeouts = TIMEOUTS, address, health = UNWATCHED, model = createGraphModel() }: GraphOptions = {},
): Graph {
  const connections = 'renew' in source ? source : fixedConnections(source);
  const bookmarkManager = neo4j.bookmarkManager();
  const opening: GraphSession = { database, bookmarkManager };
  const statements = countStatements();
  const boundStatement = boundStatements(health);
  const recent = rememberStatements(WARM_STATEMENTS);
  health.onReturn(() =>
    warmUp(
      () => connections.driver().session({ database, defaultAccessMode: neo4j.session.READ }),
      recent.list(),
    ),
  );

  /** Opens a session whose transactions are bounded and retried. They use the access mode of the session. */
  const openSession = (config?: SessionConfig): Session => {
    const session = statements.watch(connections.driver().session(config));
    const bound =
      (isWrite: boolean): InTransaction =>
      (work, { timeout: asked, ...transaction } = {}) => {
        const timeout = typeof asked === 'number' ? asked : isWrite ? timeouts.write : timeouts.read;
        return boundStatement({ isWrite, timeout, isRepeatable: true }, (limit, signal) => {
          closeOnAbort(session, signal);
          return runTransaction(session, (tx) => work(recent.watch(statements.watch(tx), isWrite)), {
            ...transaction,
            timeout: limit,
          });
        });
      };
    session.executeRead = bound(false);
    session.executeWrite = bound(true);
    return session;
  };

  const inSession = async <T>(
    work: (session: Session) => Promise<T>,
    mode = neo4j.session.WRITE,
  ): Promise<T> => {
    const session = openSession({ ...opening, defaultAccessMode: mode });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  const runIn =
    (runner: Runner): RunCypher =>
    async <Row>(cypher: string, parameters?: Record<string, unknown>) =>
      toRows<Row>(await runner.run(cypher, parameters));
  const read: RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) =>
    inSession(
      (session) => session.executeRead((tx) => runIn(tx)<Row>(cypher, parameters)),
      neo4j.session.READ,
    );
  const write: RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) =>
    inSession((session) => session.executeWrite((tx) => runIn(tx)<Row>(cypher, parameters)));
  const run: RunCypher = <Row>(cypher: string, parameters?: Record<string, unknown>) =>
    inSession((session) =>
      boundStatement({ isWrite: true }, (_timeout, signal) => {
        closeOnAbort(session, signal);
        return runIn(session)<Row>(cypher, parameters);
      }),
    );
  const thread = address && createStatementThread(address, bookmarkManager);
  const inThread =
    (runLarge: RunCypher): RunCypher =>
    <Row>(cypher: string, parameters?: Record<string, unknown>) =>
      boundStatement({ isWrite: true }, () => statements.see(cypher, runLarge<Row>(cypher, parameters)));
  if (thread) health.onChange(() => health.lost().aborted && thread.restart());

  return {
    driver: facade(connections, { session: openSession, executeQueryBookmarkManager: bookmarkManager }),
    database,
    session: opening,
    address,
    health,
    model,
    read,
    write,
    run,
    runLarge: thread ? inThread(thread.run) : run,
    transaction: (work) => inSession((session) => session.executeWrite((tx) => work(runIn(tx)))),
    statements: statements.sent,
    close: async () => {
      health.close();
      await thread?.close();
      await connections.close();
    },
  };
}

/** Closing a session resets its connection, and the graph terminates its transaction. */
function closeOnAbort(session: Session, signal: AbortSignal): void {
  signal.addEventListener('abort', () => void session.close(), { once: true });
}

/** A driver that forwards to the current connections, except for the members in `own`. */
const facade = (
  connections: Connections,
  own: Pick<Driver, 'session' | 'executeQueryBookmarkManager'>,
): Driver =>
  new Proxy({} as Driver, {
    get: (_target, name) => {
      if (name in own) return own[name as keyof typeof own];
      const driver = connections.driver();
      const member: unknown = Reflect.get(driver, name, driver);
      return typeof member === 'function' ? member.bind(driver) : member;
    },
  });
