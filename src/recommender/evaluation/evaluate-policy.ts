import { bootstrap, bootstrapMean, type Interval, pairedDifference } from '../metrics/bootstrap';
import { type PopularityMetrics, summarizePopularity } from '../metrics/popularity-bins';
import { type ListMetrics, type MeasuredList, measureLists } from '../metrics/ranking-metrics';
import type { LogSplit, TestCase } from '../metrics/split-log';
import { type TrainingSource, trainPolicy } from '../policies/train-policy';
import type { PolicyName } from '../policies/policy';
import type { LoggedList } from '../impressions/logged-list';
import { estimateOffPolicy, type OffPolicyEstimate } from './off-policy';
import { servedAfter } from '../impressions/served-after';

type ListIntervals = Readonly<Record<keyof ListMetrics, Interval>>;

/** Metrics of one part of the test cases, such as returning customers or customers after one rental. */
export interface GroupEvaluation {
  readonly group: string;
  /** Rentals in each profile; null if profiles differ in length. */
  readonly profileLength: number | null;
  readonly cases: number;
  readonly recall: Interval;
  readonly ndcg: Interval;
}

/** The mean difference in NDCG to another policy of the same evaluation. */
export interface PolicyDifference {
  readonly policy: PolicyName;
  /** This policy's NDCG minus the other's, by the paired bootstrap over customers. */
  readonly ndcg: Interval;
}

/** A hyperparameter chosen on validation data. */
export interface ChosenSetting {
  readonly name: string;
  readonly value: number;
}

/** Metrics of a policy that was trained on the training part of a split and measured on its test cases. */
export interface PolicyEvaluation extends ListIntervals {
  readonly policy: PolicyName;
  readonly coverage: Interval;
  readonly trainSeconds: number;
  /** Scoring time per customer, when many customers are scored in one call. */
  readonly answerMilliseconds: number;
  /** Hyperparameters that were chosen on a validation part of the training rentals. */
  readonly settings: ChosenSetting[];
  /** Parts of the test cases, and new customers after 0, 1, 2, 5 and 10 rentals. */
  readonly groups: GroupEvaluation[];
  /** Test rentals, grouped by how often the film was rented in training. */
  readonly popularity: PopularityMetrics[];
  /** Differences to the policies that were measured before this one. */
  readonly differences: PolicyDifference[];
}

/** The data of an evaluation, and the engine to train with. */
export interface EvaluationTask extends Omit<TrainingSource, 'log'> {
  readonly split: LogSplit;
  readonly k: number;
  /** Impressions with known propensities. */
  readonly lists: readonly LoggedList[];
}

/** A policy's part of an evaluation. */
export interface EvaluatedPolicy {
  readonly result: PolicyEvaluation;
  /** Undefined if this policy could not have shown any of the impressions. */
  readonly offPolicy?: OffPolicyEstimate & { readonly policy: PolicyName };
}

/**
 * Creates a function that trains a policy on the training part of a split and measures it on the test cases. It keeps
 * the NDCG per test case, to compare later policies with earlier ones.
 */
export function createPolicyEvaluator(
  task: EvaluationTask,
): (policy: PolicyName) => Promise<EvaluatedPolicy> {
  const { split, k, lists, seed, ...source } = task;
  const measured = new Map<PolicyName, number[]>();
  return async (policy) => {
    const startedAt = performance.now();
    const trained = await trainPolicy(policy, { ...source, seed, log: split.train });
    const trainedAt = performance.now();
    const measure = (cases: readonly TestCase[]) => measureLists(trained, split.train, cases, k);
    const all = measure(split.cases);
    const measuredAt = performance.now();
    const offPolicy = estimateOffPolicy(trained, servedAfter(split.train, lists), { seed });
    const ndcgs = all.map(({ metrics }) => metrics.ndcg);
    const differences = [...measured].map(([other, values]) => ({
      policy: other,
      ndcg: pairedDifference(ndcgs, values, seed),
    }));
    measured.set(policy, ndcgs);
    return {
      result: {
        policy,
        ...intervals(all, seed),
        coverage: coverageOf(all, split.train.films.length, seed),
        trainSeconds: (trainedAt - startedAt) / 1_000,
        answerMilliseconds: (measuredAt - trainedAt) / Math.max(all.length, 1),
        settings: Object.entries(trained.settings ?? {}).map(([name, value]) => ({ name, value })),
        groups: [
          ...split.groups.map((group) => ({ ...group, profileLength: null })),
          ...split.newCustomers.map((group) => ({ ...group, profileLength: group.rentals })),
        ]
          .filter(({ cases }) => cases.length > 0)
          .map(({ name, cases, profileLength }) => {
            const { recall, ndcg } = intervals(measure(cases), seed);
            return { group: name, profileLength, cases: cases.length, recall, ndcg };
          }),
        popularity: summarizePopularity(all.map(({ popularity }) => popularity)),
        differences,
      },
      offPolicy: offPolicy && { policy, ...offPolicy },
    };
  };
}

function intervals(lists: readonly MeasuredList[], seed: number): ListIntervals {
  const interval = (metric: keyof ListMetrics) =>
    bootstrapMean(
      lists.map(({ metrics }) => metrics[metric]),
      seed,
    );
  return {
    recall: interval('recall'),
    ndcg: interval('ndcg'),
    hitRate: interval('hitRate'),
    novelty: interval('novelty'),
  };
}

function coverageOf(lists: readonly MeasuredList[], filmCount: number, seed: number): Interval {
  const coverage = (drawn: Int32Array) => {
    const films = new Set<number>();
    for (const list of drawn) for (const film of lists[list].films) films.add(film);
    return films.size / filmCount;
  };
  return bootstrap(lists.length, coverage, seed, { isShare: true });
}
