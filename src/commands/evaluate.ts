import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../app-error';
import { openGraph } from '../open-graph';
import { createLogger } from '../logger';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import type { Evaluation } from '../recommender/evaluation/evaluation-repository';
import type { EvaluationRequest } from '../recommender/evaluation/evaluations';
import type { SplitKind } from '../recommender/metrics/split-log';
import { POLICY_NAMES, type PolicyName } from '../recommender/policy';
import { createRecommender } from '../recommender/recommender';
import type { Settings } from '../settings';
import { showInterval, toTable } from './table';

/** Options of the command as typed. */
export interface EvaluateOptions {
  policies?: string;
  k: string;
  split: 'global' | 'per-customer' | 'leave-one-out';
  share: string;
  date?: string;
  seed: string;
  json?: boolean;
}

const SPLITS: Readonly<Record<EvaluateOptions['split'], SplitKind>> = {
  global: 'GLOBAL',
  'per-customer': 'PER_CUSTOMER',
  'leave-one-out': 'LEAVE_ONE_OUT',
};

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
  const request = parseRequest(options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    const recommender = createRecommender({
      graph,
      engine: await loadEngine(settings.engine),
      seed: request.seed,
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

function parseRequest({
  policies,
  k,
  split,
  share,
  date,
  seed,
}: EvaluateOptions): EvaluationRequest & { seed: number } {
  const request = {
    policies: policies?.split(',').map(policyName),
    k: Number(k),
    split: SPLITS[split],
    share: Number(share),
    date: date === undefined ? undefined : Date.parse(date),
    seed: Number(seed),
  };
  const refuse = (name: string, typed: string | undefined, expected: string) =>
    new AppError('BAD_USER_INPUT', `Invalid --${name} "${typed}": expected ${expected}.`);
  if (!(Number.isInteger(request.k) && request.k >= 1 && request.k <= 100)) {
    throw refuse('k', k, 'an integer between 1 and 100');
  }
  if (!(request.share > 0 && request.share < 1)) {
    throw refuse('share', share, 'a number above 0 and below 1');
  }
  if (request.date !== undefined && Number.isNaN(request.date)) {
    throw refuse('date', date, 'a date such as 2026-01-31');
  }
  if (request.date !== undefined && split !== 'global') {
    throw refuse('date', date, `--split global beside it, got --split ${split}`);
  }
  if (!Number.isSafeInteger(request.seed)) throw refuse('seed', seed, 'an integer');
  return request;
}

function policyName(typed: string): PolicyName {
  const name = POLICY_NAMES.find((known) => known === typed.trim().toUpperCase());
  if (name) return name;
  throw new AppError(
    'BAD_USER_INPUT',
    `Unknown policy "${typed}" in --policies: expected some of ${POLICY_NAMES.join(',')}.`,
  );
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
