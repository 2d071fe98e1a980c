import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { DAY_MS, dayOf } from '../policies/visit';
import { countRentalsBetween } from '../rentals/rental-repository';
import { type Promotion, readPromotions, writePromotion } from './promotion-repository';
import { isTreated, judgeTrial, type TrialCustomer, type TrialVerdict } from './promotion-trial';
import {
  type PromotionTrial,
  readRunningTrial,
  readTrialVisits,
  startTrial,
  type TrialCandidate,
  type TrialResults,
  type TrialStatus,
  type TrialVisits,
  writeTrialEnd,
  writeTrialResults,
} from './trial-repository';
import { keepVersion, type PolicyVersion, requirePolicyVersion } from './version-repository';

/** What customers did in these days before a trial is taken out of what they do in it. */
const BEFORE_DAYS = 14;
/** With fewer customers a trial would end undecided: an effect of 15 % needs hundreds. */
const MIN_CUSTOMERS = 100;
/** A day is counted this long after it has ended, in milliseconds: lists are written in the background. */
const SETTLE_MS = 60_000;

/**
 * Counts the visits of each customer from a day until before another one: the days on which the customer was served a list.
 * Days are calendar days since 1970 in UTC.
 */
export type CountVisits = (from: number, until: number) => Promise<ReadonlyMap<string, number>>;

/** The visits of each customer in the days before a trial. */
export type Traffic = ReadonlyMap<string, number>;

/** Reads the customers who were served lists in the two weeks before the day of a moment, in milliseconds since 1970. */
export const readTraffic = (countVisits: CountVisits, at: number): Promise<Traffic> =>
  countVisits(dayOf(at) - BEFORE_DAYS, dayOf(at));

/** Whether enough customers visit to decide a trial. */
export const hasTraffic = (traffic: Traffic): boolean => traffic.size >= MIN_CUSTOMERS;

/**
 * Starts a trial of a version against the policy that answers.
 * @param at when it starts, in milliseconds since 1970
 * @returns undefined if another trial is running
 * @throws AppError NOT_FOUND if the version's run has replaced it
 */
export function beginTrial(
  graph: Graph,
  candidate: PolicyVersion,
  current: Promotion,
  { at, traffic }: { at: number; traffic: Traffic },
): Promise<PromotionTrial | undefined> {
  const { policy, version } = candidate;
  const visits = {
    customers: [...traffic.keys()],
    visits: Array.from(traffic, () => 0),
    visitsBefore: [...traffic.values()],
  };
  const trial = { id: randomUUID(), policy, version, current, startedAt: at, visits };
  return graph.transaction(async (run) => {
    const started = await startTrial(run, trial);
    if (started) await keepVersion(run, candidate, 'triedAt');
    return started;
  });
}

/** What judging a trial needs. */
export interface JudgeOptions {
  readonly graph: Graph;
  readonly countVisits: CountVisits;
  /** Whether the candidate can be loaded. */
  readonly canServe: (candidate: TrialCandidate) => Promise<boolean>;
}

/**
 * Judges the running trial if a day of it has ended: promotes the candidate, ends the trial, or writes the results. Servers
 * that judge the same day agree, because one of them writes.
 * @param at milliseconds since 1970
 * @returns the trial if this call has written to it
 */
export async function judgeRunningTrial(
  { graph, countVisits, canServe }: JudgeOptions,
  at: number,
): Promise<PromotionTrial | undefined> {
  const trial = await readRunningTrial(graph);
  if (!trial) return undefined;
  const [current] = await readPromotions(graph, 1);
  if (!isCurrent(trial, current)) return stop(graph, trial, VOID.reason);
  if (!(await canServe(trial))) {
    return stop(graph, trial, 'The candidate is damaged, or was trained on other embeddings.');
  }
  const first = firstDay(trial);
  const day = dayOf(at - SETTLE_MS) - first;
  if (day <= trial.day) return undefined;
  const [known, added] = await Promise.all([
    readTrialVisits(graph, trial.id),
    countVisits(first + trial.day, first + day),
  ]);
  const visits = addVisits(known, added);
  const customers = await readCustomers(graph, trial, visits, day);
  const verdict = judgeTrial(trial.id, customers, day);
  const judged = { day, results: toResults(trial.id, customers, verdict), visits };
  if (verdict.decision === 'CONTINUE') {
    return graph.transaction((run) => writeTrialResults(run, trial, judged));
  }
  const isBetter = verdict.decision === 'PROMOTE';
  const version = isBetter ? await requirePolicyVersion(graph, trial.policy, trial.version) : undefined;
  const end = { status: isBetter ? 'PROMOTED' : 'REJECTED', reason: explain(verdict) } as const;
  const { policy, exploration, promotedAt: after } = trial;
  const promotion = { id: randomUUID(), policy, exploration, version, after };
  return graph.transaction(async (run) => {
    if (!(await writeTrialResults(run, trial, judged))) return undefined;
    const isVoid = isBetter && !(await writePromotion(run, promotion));
    return writeTrialEnd(run, { id: trial.id, day }, isVoid ? VOID : end);
  });
}

/**
 * Ends a running trial without a result.
 * @throws AppError NOT_FOUND if it is not running
 */
export async function stopTrial(graph: Graph, id: string): Promise<PromotionTrial> {
  const trial = await readRunningTrial(graph);
  const stopped = trial?.id === id && (await stop(graph, trial, 'Ended by an operator.'));
  if (stopped) return stopped;
  throw new AppError(
    'NOT_FOUND',
    `No trial with the id ${JSON.stringify(id)} is running. Query agent { trial { id } } for the running one.`,
  );
}

/** Whether a trial compares its candidate with the policy that answers now. A promotion makes earlier trials void. */
export const isCurrent = ({ promotedAt }: PromotionTrial, current: Promotion | undefined): boolean =>
  promotedAt === current?.promotedAt;

const stop = (graph: Graph, trial: PromotionTrial, reason: string) =>
  graph.transaction((run) => writeTrialEnd(run, trial, { status: 'STOPPED' satisfies TrialStatus, reason }));

/** The end of a trial whose candidate would replace another policy than the one it was compared with. */
const VOID = { status: 'STOPPED', reason: 'Another policy was promoted.' } as const;

/** The first whole day of a trial. The day on which it starts counts neither for it nor before it. */
const firstDay = ({ startedAt }: PromotionTrial): number => dayOf(Date.parse(startedAt)) + 1;

/** Adds the visits of the days that were not counted yet. Lists are kept for 60 days, a trial may take longer. */
function addVisits(known: TrialVisits, added: ReadonlyMap<string, number>): TrialVisits {
  const visitsBefore = new Map(known.customers.map((id, index) => [id, known.visitsBefore[index]]));
  const visits = new Map(known.customers.map((id, index) => [id, known.visits[index]]));
  for (const [id, count] of added) visits.set(id, (visits.get(id) ?? 0) + count);
  const customers = [...visits.keys()];
  return {
    customers,
    visits: [...visits.values()],
    visitsBefore: customers.map((id) => visitsBefore.get(id) ?? 0),
  };
}

/** Reads the sums of the customers who visited since the trial started. */
async function readCustomers(
  graph: Graph,
  trial: PromotionTrial,
  { customers, visits, visitsBefore }: TrialVisits,
  day: number,
): Promise<TrialCustomer[]> {
  const [start, before] = [firstDay(trial), dayOf(Date.parse(trial.startedAt)) - BEFORE_DAYS];
  const visitors = customers.filter((_, index) => visits[index] > 0);
  const [rentals, rentalsBefore] = await Promise.all([
    countRentalsBetween(graph, visitors, start * DAY_MS, (start + day) * DAY_MS),
    countRentalsBetween(graph, visitors, before * DAY_MS, (before + BEFORE_DAYS) * DAY_MS),
  ]);
  return customers.flatMap((customer, index) =>
    visits[index] === 0
      ? []
      : {
          customer,
          rentals: rentals.get(customer) ?? 0,
          visits: visits[index],
          before: { rentals: rentalsBefore.get(customer) ?? 0, visits: visitsBefore[index] },
        },
  );
}

function toResults(
  id: string,
  customers: readonly TrialCustomer[],
  { rentals, visits }: TrialVerdict,
): TrialResults {
  const candidateCustomers = customers.filter(({ customer }) => isTreated(id, customer)).length;
  return { candidateCustomers, currentCustomers: customers.length - candidateCustomers, rentals, visits };
}

/** Says why a trial ended. */
function explain({ decision, rentals, visits }: TrialVerdict): string {
  const named = (verdict: string) =>
    [rentals.verdict === verdict && 'rentals', visits.verdict === verdict && 'visits']
      .filter(Boolean)
      .join(' and ');
  if (decision === 'PROMOTE') return `The candidate's customers had more ${named('BETTER')}.`;
  if (named('WORSE')) return `The candidate's customers had fewer ${named('WORSE')}.`;
  return 'No difference was found in the time of a trial.';
}
