import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { AppError } from '../app-error';
import type { Viewer } from '../graphql/access/viewer';
import type { ServiceState } from '../recommender/serving/service-state';
import type { AnsweredRequest } from './log-request';

/** What the numbers come from. */
export interface MetricsSources {
  /** Statements that were sent to the graph until now. */
  statements: () => number;
  state: () => Promise<ServiceState>;
}

/** What the service tells Prometheus. */
export interface Metrics {
  observe(answered: AnsweredRequest): void;
  /** Answers /metrics: to anyone who may see runs. */
  handler: RequestHandler;
}

const WATCHERS = new Set(['analyst', 'trainer', 'admin']);
/** What a request is counted under that asked for no field of the schema, or could not be read. */
const NO_FIELD = 'none';

/** Counts requests, and reads where the service stands whenever Prometheus asks. */
export function createMetrics({ statements, state }: MetricsSources): Metrics {
  const registers = [new Registry()];
  const [register] = registers;
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'reelgraph_requests_total',
    help: 'Requests of the API, by the first field that they asked for, the role of the caller and the HTTP status.',
    labelNames: ['field', 'role', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'reelgraph_request_seconds',
    help: 'How long requests of the API took, by the first field that they asked for.',
    labelNames: ['field'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  new Counter({
    name: 'reelgraph_cypher_statements_total',
    help: 'Cypher statements that were sent to the graph, retries included.',
    registers,
    collect() {
      this.reset();
      this.inc(statements());
    },
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `reelgraph_${name}`, help, labelNames, registers });
  const films = gauge('films', 'Films of the catalogue.');
  const served = gauge('served_policy', '1 for the policy and version that answer.', ['policy', 'version']);
  const training = gauge('training_running', '1 while a run goes on, by policy.', ['policy']);
  const step = gauge('training_step', 'Step of the newest run, by policy.', ['policy']);
  const lists = gauge('served_lists', 'Lists served to customers in the last seven days.');
  const rented = gauge('served_lists_rented', 'Those of them that led to a rental.');
  const hits = gauge('served_lists_hit_rate', 'Share of these lists that led to a rental.');

  const take = (now: ServiceState): void => {
    for (const one of [served, training, step]) one.reset();
    films.set(now.films);
    if (now.served) served.set({ ...now.served }, 1);
    if (now.run) {
      training.set({ policy: now.run.policy }, now.run.status === 'RUNNING' ? 1 : 0);
      step.set({ policy: now.run.policy }, now.run.step);
    }
    lists.set(now.lists.served);
    rented.set(now.lists.rented);
    hits.set(now.lists.served ? now.lists.rented / now.lists.served : 0);
  };

  return {
    observe: ({ fields: [field = NO_FIELD], role = 'unknown', status, milliseconds }) => {
      requests.inc({ field, role, status: String(status) });
      seconds.observe({ field }, milliseconds / 1_000);
    },
    handler: async (_request, response, next) => {
      const viewer = response.locals.viewer as Viewer | undefined;
      if (!viewer || !WATCHERS.has(viewer.role)) {
        const code = viewer?.role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        return next(new AppError(code, '/metrics needs a token of an analyst, trainer or admin.'));
      }
      take(await state());
      response.type(register.contentType).send(await register.metrics());
    },
  };
}
