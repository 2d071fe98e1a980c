import { setTimeout as pause } from 'node:timers/promises';

/** A temporary fault between the service and its graph. */
export interface Fault {
  readonly name: string;
  begin(): void;
  /** Ends the fault. */
  end?(): void;
  /** Resolves when the graph itself works again, if nobody ends the fault, for example after a restart of the graph. */
  returned?(): Promise<void>;
}

/** The settings of a run. */
export interface FaultLoad {
  /** The URL of the API. */
  url: string;
  /** Ids of customers and films that exist. */
  customers: number;
  films: number;
  /** Requests per second. */
  rate: number;
  /** How long the fault lasts, in milliseconds. */
  holdMs: number;
  /** How long the graph may take to return, and then the service to recover, in milliseconds. */
  recoveryMs: number;
}

/** The result of one fault. */
export interface FaultReport {
  readonly fault: string;
  readonly requests: number;
  /** Requests that were answered with data. */
  readonly right: number;
  /** Requests that failed with GRAPH_UNAVAILABLE or DEADLINE_EXCEEDED. */
  readonly refused: number;
  /** All other requests, by status and code. */
  readonly wrong: readonly string[];
  /**
   * 95th percentile of the duration of all requests that were sent at least five seconds after the start of the fault.
   */
  readonly p95Ms: number;
  /** Longest duration of a request, including the first five seconds. */
  readonly longestMs: number;
  /** Longest duration of a request to /metrics. */
  readonly metricsMs: number;
  /**
   * The time from the end of the fault or the return of the graph to the first correct response to a request that was
   * sent after it; NaN without one.
   */
  readonly recoveryMs: number;
  /** Idempotency keys of the acknowledged rentals. */
  readonly acknowledged: readonly string[];
}

interface Answer {
  readonly sentAt: number;
  readonly tookMs: number;
  readonly outcome: 'right' | 'refused' | string;
}

const REFUSALS = new Set(['GRAPH_UNAVAILABLE', 'DEADLINE_EXCEEDED']);
const BEFORE_MS = 1_000;
const AFTER_MS = 1_000;
const SETTLED_MS = 5_000;

/** Sends requests at a constant rate before, during and after a fault, and summarizes the responses. */
export async function runFault(fault: Fault, load: FaultLoad): Promise<FaultReport> {
  const startedAt = performance.now();
  const answers: Answer[] = [];
  const acknowledged: string[] = [];
  const pending: Promise<void>[] = [];
  let metricsMs = 0;
  let beganAt = Infinity;
  let endedAt = Infinity;
  const recovered = () => answers.find(({ sentAt, outcome }) => outcome === 'right' && sentAt >= endedAt);

  const send = async (index: number): Promise<void> => {
    const sentAt = performance.now();
    const key = `${fault.name}-${startedAt}-${index}`;
    const isWrite = index % 4 === 3;
    const outcome = await post(load, index, isWrite ? key : undefined);
    if (isWrite && outcome === 'right') acknowledged.push(key);
    answers.push({ sentAt, tookMs: performance.now() - sentAt, outcome });
  };
  const scrape = async (): Promise<void> => {
    const sentAt = performance.now();
    await fetch(new URL('/metrics', load.url)).then((response) => response.text());
    metricsMs = Math.max(metricsMs, performance.now() - sentAt);
  };

  for (let index = 0; ; index++) {
    const now = performance.now();
    if (beganAt === Infinity && now - startedAt >= BEFORE_MS) {
      beganAt = now;
      fault.begin();
      void fault.returned?.().then(() => (endedAt = performance.now()));
    }
    if (fault.end && endedAt === Infinity && now - beganAt >= load.holdMs) {
      endedAt = now;
      fault.end();
    }
    const last = recovered();
    if (last && now - last.sentAt >= AFTER_MS && now - beganAt >= load.holdMs) break;
    if (now - endedAt >= load.recoveryMs || now - beganAt >= load.holdMs + load.recoveryMs) break;
    pending.push(send(index));
    if (index % load.rate === 0) pending.push(scrape());
    await pause(1_000 / load.rate);
  }
  await Promise.all(pending);

  const count = (wanted: string) => answers.filter(({ outcome }) => outcome === wanted).length;
  const settled = answers.filter(({ sentAt }) => sentAt - beganAt >= SETTLED_MS);
  const back = answers
    .filter(({ sentAt, outcome }) => outcome === 'right' && sentAt >= endedAt)
    .map(({ sentAt, tookMs }) => sentAt + tookMs);
  return {
    fault: fault.name,
    requests: answers.length,
    right: count('right'),
    refused: count('refused'),
    wrong: answers.map(({ outcome }) => outcome).filter((it) => it !== 'right' && it !== 'refused'),
    p95Ms: percentile(settled.map(({ tookMs }) => tookMs)),
    longestMs: Math.max(0, ...answers.map(({ tookMs }) => tookMs)),
    metricsMs,
    recoveryMs: back.length ? Math.min(...back) - endedAt : NaN,
    acknowledged,
  };
}

const RECOMMEND =
  'query ($customer: ID!) { recommendations(customer: $customer) { id items { film { title } } } }';
const RECORD = 'mutation ($input: RecordRentalInput!) { recordRental(input: $input) { times } }';

/** @returns `right`, `refused`, or the status and code of any other response */
async function post({ url, customers, films }: FaultLoad, index: number, key?: string): Promise<string> {
  const customer = String(1 + (index % customers));
  const film = String(1 + ((7 * index) % films));
  const body = key
    ? { query: RECORD, variables: { input: { customer, film, idempotencyKey: key } } }
    : { query: RECOMMEND, variables: { customer } };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => error);
  if (response instanceof Error) return response.name;
  const { errors } = (await response.json()) as {
    errors?: { message: string; extensions: { code: string; retryable?: boolean } }[];
  };
  if (!errors) return 'right';
  const [{ extensions, message }] = errors;
  if (REFUSALS.has(extensions.code) && extensions.retryable) return 'refused';
  return `${response.status} ${extensions.code}: ${message}`;
}

function percentile(values: number[], share = 0.95): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
}
