import type { PolicyName } from '../policy';
import { bootstrap, bootstrapSums, type Interval } from '../metrics/bootstrap';
import type { LoggedList } from './logged-list';
import { type ListMeasures, measureLists } from '../metrics/ranking-metrics';
import { estimateOffPolicy, type OffPolicyEstimate } from './off-policy';
import { servedAfter } from './served-after';
import type { TemporalSplit } from '../metrics/temporal-split';
import { trainPolicy, type TrainingSource } from '../policies/train-policy';

/** How a policy did, trained on the earlier part of each history and measured on the later. */
export interface PolicyEvaluation extends Record<keyof ListMeasures | 'coverage', Interval> {
  readonly policy: PolicyName;
  readonly trainSeconds: number;
  /** For one customer, with many asked at a time. */
  readonly answerMilliseconds: number;
}

/** What is evaluated, on what. */
export interface EvaluationTask extends Omit<TrainingSource, 'log'> {
  readonly split: TemporalSplit;
  readonly k: number;
  /** Lists that were served with exploration. */
  readonly lists: readonly LoggedList[];
}

/** A policy's part of an evaluation. */
export interface EvaluatedPolicy {
  readonly result: PolicyEvaluation;
  /** Undefined where no list that was served tells anything of this policy. */
  readonly offPolicy?: OffPolicyEstimate & { readonly policy: PolicyName };
}

/** Trains a policy on the earlier part alone and measures it on the later. */
export async function evaluatePolicy(policy: PolicyName, task: EvaluationTask): Promise<EvaluatedPolicy> {
  const { split, k, lists, seed, ...source } = task;
  const startedAt = performance.now();
  const trained = await trainPolicy(policy, { ...source, seed, log: split.train });
  const trainedAt = performance.now();
  const measured = measureLists(trained, split, k);
  const answered = performance.now();

  const interval = (metric: keyof ListMeasures) =>
    bootstrapSums(
      measured.map(({ measures }) => Float64Array.of(measures[metric], 1)),
      ([sum, customers]) => sum / customers,
      seed,
    );
  const coverage = (drawn: Int32Array) => {
    const films = new Set<number>();
    for (const customer of drawn) for (const film of measured[customer].films) films.add(film);
    return films.size / split.train.films.length;
  };
  const offPolicy = estimateOffPolicy(trained, servedAfter(split.train, lists), { seed });
  return {
    result: {
      policy,
      recall: interval('recall'),
      ndcg: interval('ndcg'),
      hitRate: interval('hitRate'),
      novelty: interval('novelty'),
      coverage: bootstrap(measured.length, coverage, seed, { isShare: true }),
      trainSeconds: (trainedAt - startedAt) / 1_000,
      answerMilliseconds: (answered - trainedAt) / Math.max(measured.length, 1),
    },
    offPolicy: offPolicy && { policy, ...offPolicy },
  };
}
