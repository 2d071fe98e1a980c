import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { GraphState, GraphStatus } from '../graph/graph-health';
import type { ServiceState } from '../recommender/serving/service-state';
import type { AnsweredRequest } from './log-request';

/** The sources of the numbers. */
export interface MetricsSources {
  /** Returns the number of statements sent to the graph so far. */
  statements: () => number;
  graphStatus: () => GraphStatus;
  /** Reads the state of the service from the graph. */
  state: () => Promise<ServiceState>;
}

/** The metrics for Prometheus. */
export interface Metrics {
  observe(answered: AnsweredRequest): void;
  /** Handles /metrics. */
  handler: RequestHandler;
}

/** The `field` label of requests that select no field of the schema or cannot be parsed. */
const NO_FIELD = 'none';
/** How long /metrics waits for new values from a graph that is up. After that it returns the previous values and their age. */
const PATIENCE_MS = 100;
const GRAPH_STATES: readonly GraphState[] = ['up', 'slow', 'away', 'refusing', 'read-only'];

/** Counts requests, and reads the state of the service whenever Prometheus scrapes the metrics. */
export function createMetrics({ statements, graphStatus, state }: MetricsSources): Metrics {
  const registers = [new Registry()];
  const [register] = registers;
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'reelgraph_requests_total',
    help: 'API requests by their first field, the role of the caller and the HTTP status.',
    labelNames: ['field', 'role', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'reelgraph_request_seconds',
    help: 'Duration of API requests by their first field.',
    labelNames: ['field'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  new Counter({
    name: 'reelgraph_cypher_statements_total',
    help: 'Cypher statements sent to the graph, retries included.',
    registers,
    collect() {
      this.reset();
      this.inc(statements());
    },
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `reelgraph_${name}`, help, labelNames, registers });
  const up = gauge('graph_up', '1 if the graph responds, otherwise 0.');
  const graphState = gauge('graph_state', '1 for the current state of the graph.', ['state']);
  const age = gauge('state_age_seconds', 'Age of the values below, which are read from the graph.');
  const films = gauge('films', 'Films in the catalogue.');
  const served = gauge('served_policy', '1 for the policy and version that serve by default.', [
    'policy',
    'version',
  ]);
  const training = gauge('training_running', '1 while a training run is in progress, by policy.', ['policy']);
  const step = gauge('training_step', 'Step of the newest training run, by policy.', ['policy']);
  const lists = gauge('served_lists', 'Lists served to customers in the last seven days.');
  const rented = gauge('served_lists_rented', 'Lists of the last seven days that led to a rental.');
  const hits = gauge(
    'served_lists_hit_rate',
    'Share of the lists of the last seven days that led to a rental.',
  );

  const issues = gauge('data_issues', 'Nodes and relationships that do not meet a precondition, by kind.', [
    'issue',
    'left_out',
  ]);

  let takenAt: number | undefined;
  const take = (now: ServiceState): void => {
    takenAt = performance.now();
    for (const labeled of [served, training, step, issues]) labeled.reset();
    films.set(now.films);
    for (const { description, count, isLeftOut } of now.issues) {
      issues.set({ issue: description, left_out: String(isLeftOut) }, count);
    }
    if (now.served) served.set({ ...now.served }, 1);
    if (now.run) {
      training.set({ policy: now.run.policy }, now.run.status === 'RUNNING' ? 1 : 0);
      step.set({ policy: now.run.policy }, now.run.step);
    }
    lists.set(now.lists.served);
    rented.set(now.lists.rented);
    hits.set(now.lists.served ? now.lists.rented / now.lists.served : 0);
  };

  /**
   * Updates the values as soon as they arrive. If they cannot be read, graph_up and the age of the previous values show
   * it.
   */
  const refresh = () => state().then(take, () => undefined);

  return {
    observe: ({ fields: [field = NO_FIELD], role = 'unknown', status, milliseconds }) => {
      requests.inc({ field, role, status: String(status) });
      seconds.observe({ field }, milliseconds / 1_000);
    },
    handler: async (_request, response) => {
      const status = graphStatus();
      const refreshed = refresh();
      if (status.state === 'up')
        await Promise.race([refreshed, pause(PATIENCE_MS, undefined, { ref: false })]);
      up.set(status.state === 'away' || status.state === 'refusing' ? 0 : 1);
      for (const name of GRAPH_STATES) graphState.set({ state: name }, name === status.state ? 1 : 0);
      if (takenAt !== undefined) age.set((performance.now() - takenAt) / 1_000);
      response.type(register.contentType).send(await register.metrics());
    },
  };
}
