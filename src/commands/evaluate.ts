import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../app-error';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import type { Evaluation } from '../recommender/evaluation/evaluation-repository';
import { POLICY_NAMES, type PolicyName } from '../recommender/policy';
import { createRecommender } from '../recommender/recommender';
import type { Settings } from '../settings';
import { showInterval, toTable } from './table';

/** Options of the command as they were typed. */
export interface EvaluateOptions {
  policies?: string;
  k: string;
  share: string;
  seed: string;
  json?: boolean;
}

const LOOK_MS = 300;

/**
 * Compares policies on rentals that they did not learn from and prints a table, or JSON. The evaluation is kept in
 * the graph, where promotePolicy finds it.
 * @throws AppError BAD_USER_INPUT before the graph is opened, where the words of the command are off
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
    const recommender = createRecommender(graph, await loadEngine(settings.engine), request.seed);
    const { evaluations } = recommender;
    const total = request.policies?.length ?? POLICY_NAMES.length;
    const evaluation = await progress('Evaluating policies', async (report) => {
      const { id } = await evaluations.start(request);
      let isIdle = false;
      const idle = evaluations.idle().then(() => (isIdle = true));
      while (!isIdle) {
        report((await evaluations.find(id)).results.length, total, 'policies');
        await Promise.race([idle, wait(LOOK_MS)]);
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

function parseRequest({ policies, k, share, seed }: EvaluateOptions) {
  const request = {
    policies: policies?.split(',').map(policyName),
    k: Number(k),
    share: Number(share),
    seed: Number(seed),
  };
  const refuse = (name: string, typed: string, takes: string) =>
    new AppError('BAD_USER_INPUT', `--${name} got ${typed}; it takes ${takes}.`);
  if (!(Number.isInteger(request.k) && request.k >= 1 && request.k <= 100)) {
    throw refuse('k', k, 'a whole number from 1 to 100');
  }
  if (!(request.share > 0 && request.share < 1)) throw refuse('share', share, 'a number above 0 and below 1');
  if (!Number.isSafeInteger(request.seed)) throw refuse('seed', seed, 'a whole number');
  return request;
}

function policyName(typed: string): PolicyName {
  const name = POLICY_NAMES.find((known) => known === typed.trim().toUpperCase());
  if (name) return name;
  throw new AppError(
    'BAD_USER_INPUT',
    `There is no policy ${typed}; --policies takes some of ${POLICY_NAMES.join(',')}.`,
  );
}

function describe({ k, share, seed, engine, customers, results, offPolicy }: Evaluation): string {
  const rows = [
    ['policy', `recall@${k}`, `ndcg@${k}`, 'hit rate', 'coverage', 'novelty', 'train s', 'answer ms'],
    ...[...results]
      .sort((a, b) => b.ndcg.mean - a.ndcg.mean)
      .map((result) => [
        result.policy,
        ...[result.recall, result.ndcg, result.hitRate, result.coverage].map(showInterval),
        result.novelty.mean.toFixed(2),
        result.trainSeconds.toFixed(1),
        result.answerMilliseconds.toFixed(2),
      ]),
  ];
  const estimates = offPolicy.map(
    ({ policy, snips, doublyRobust, effectiveSampleSize, lists }) =>
      `${policy} where others served: SNIPS ${showInterval(snips)}, doubly robust ${showInterval(doublyRobust)}, ${effectiveSampleSize.toFixed(0)} effective of ${lists} lists`,
  );
  const lines = toTable(rows);
  const heading = `${customers} customers, ${share} of each history to learn from, seed ${seed}, ${engine}; 95 % intervals`;
  return [heading, ...lines, ...estimates].join('\n');
}
