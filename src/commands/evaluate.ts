import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../app-error';
import { openGraph } from '../open-graph';
import { createLogger } from '../logger';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import type { Evaluation } from '../recommender/evaluation/evaluation-repository';
import type { EvaluationRequest } from '../recommender/evaluation/evaluations';
import { POLICY_NAMES, type PolicyName } from '../recommender/policies/policy';
import { createRecommender } from '../recommender/recommender';
import type { Settings } from '../settings';
import { type SplitName, SPLITS } from './split-names';
import { showInterval, toTable } from './table';

/** Options of `reelgraph evaluate`. */
export interface EvaluateOptions {
  /** Default: all policies. */
  policies?: PolicyName[];
  /** How many films at the top of each list count. */
  k: number;
  split: SplitName;
  /** The share of rentals to train on, above 0 and below 1. */
  share: number;
  /** The date of a global split. */
  date?: Date;
  seed: number;
  json?: boolean;
}

const POLL_MS = 300;

/**
 * Compares policies on rentals that they were not trained on and prints a table, or JSON. The evaluation is stored in
 * the graph, where promotePolicy reads it.
 * @throws AppError BAD_USER_INPUT for an invalid option, before the graph is opened
 */
export async function evaluate(
  options: EvaluateOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const request = toRequest(options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    const recommender = createRecommender({
      graph,
      engine: await loadEngine(settings.engine),
      seed: options.seed,
      logger: createLogger('warn', process.stderr),
    });
    const { evaluations } = recommender;
    const total = request.policies?.length ?? POLICY_NAMES.length;
    const evaluation = await progress('Evaluating policies', async (report) => {
      const { id } = await evaluations.start(request);
      let isIdle = false;
      const idle = evaluations.idle().then(() => (isIdle = true));
      while (!isIdle) {
        const { results, skipped } = await evaluations.find(id);
        report(results.length + skipped.length, total, 'policies');
        await Promise.race([idle, wait(POLL_MS)]);
      }
      return evaluations.find(id);
    });
    if (evaluation.error) throw new Error(evaluation.error);
    output.write(`${options.json ? JSON.stringify(evaluation) : describe(evaluation)}\n`);
    await recommender.close();
  } finally {
    await close();
  }
}

/** @throws AppError BAD_USER_INPUT if options contradict each other */
function toRequest({ policies, k, split, share, date, seed }: EvaluateOptions) {
  if (date && split !== 'global') {
    throw new AppError('BAD_USER_INPUT', `Invalid --date with --split ${split}: expected --split global.`);
  }
  const request: EvaluationRequest = {
    policies,
    k,
    split: SPLITS[split],
    share,
    date: date?.getTime(),
    seed,
  };
  return request;
}

function describe(evaluation: Evaluation): string {
  const { k, results, offPolicy, skipped } = evaluation;
  const sorted = [...results].sort((a, b) => b.ndcg.mean - a.ndcg.mean);
  const table = toTable([
    ['policy', `recall@${k}`, `ndcg@${k}`, 'hit rate', 'coverage', 'novelty', 'train s', 'answer ms'],
    ...sorted.map((result) => [
      result.policy,
      ...[result.recall, result.ndcg, result.hitRate, result.coverage].map(showInterval),
      result.novelty.mean.toFixed(2),
      result.trainSeconds.toFixed(1),
      result.answerMilliseconds.toFixed(2),
    ]),
  ]);
  const estimates = offPolicy.map(
    ({ policy, snips, doublyRobust, effectiveSampleSize, lists }) =>
      `${policy} from impressions (one visit): doubly robust ${showInterval(doublyRobust)}, place-wise SNIPS ${showInterval(snips)}, effective sample size ${effectiveSampleSize.toFixed(0)} of ${lists} lists`,
  );
  const chosen = sorted.flatMap(({ policy, settings }) =>
    settings.length === 0
      ? []
      : [
          `${policy} chose on validation: ${settings.map(({ name, value }) => `${name} ${Number(value.toFixed(3))}`).join(', ')}`,
        ],
  );
  return [
    heading(evaluation),
    ...table,
    ...describeGroups(sorted),
    ...chosen,
    ...estimates,
    ...skipped.map(({ policy, reason }) => `${policy} was skipped: ${reason}`),
  ].join('\n');
}

function heading({ customers, split, share, date, seed, engine }: Evaluation): string {
  const protocol = {
    GLOBAL: `trained on rentals before ${date?.slice(0, 10)}`,
    PER_CUSTOMER: `trained on the first ${share} of each history`,
    LEAVE_ONE_OUT: 'tested on the last rental of each customer',
  }[split];
  return `${customers} test cases, ${protocol}, seed ${seed}, ${engine}; 95 % intervals`;
}

/** NDCG by part of the test cases, one column each. */
function describeGroups(results: Evaluation['results']): string[] {
  const groups = results[0]?.groups ?? [];
  if (groups.length === 0) return [];
  return [
    '',
    ...toTable([
      ['ndcg', ...groups.map(({ group, cases }) => `${group} (${cases})`)],
      ...results.map(({ policy, groups: own }) => [policy, ...own.map(({ ndcg }) => showInterval(ndcg))]),
    ]),
    '',
  ];
}
