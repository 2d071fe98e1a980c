/** The entry of an evaluation's thread: it trains and measures one policy after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine, type EngineName } from '../engine/load-engine';
import type { PolicyName } from '../policy';
import { preferServing } from '../../thread-priority';
import { type EvaluatedPolicy, evaluatePolicy, type EvaluationTask } from './evaluate-policy';

/** What the thread is given. */
export interface EvaluationOrder extends Omit<EvaluationTask, 'engine'> {
  readonly engine: EngineName;
  readonly policies: readonly PolicyName[];
}

/** What it says. */
export type EvaluationMessage =
  | { readonly kind: 'evaluated'; readonly evaluated: EvaluatedPolicy }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly reason: string };

const say = (message: EvaluationMessage) => parentPort?.postMessage(message);

async function run({ policies, ...order }: EvaluationOrder): Promise<void> {
  preferServing();
  const engine = await loadEngine(order.engine);
  for (const policy of policies) {
    say({ kind: 'evaluated', evaluated: await evaluatePolicy(policy, { ...order, engine }) });
  }
  say({ kind: 'ended' });
}

run(workerData as EvaluationOrder).catch((error: Error) => say({ kind: 'failed', reason: error.message }));
