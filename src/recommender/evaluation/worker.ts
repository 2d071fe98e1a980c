/** The entry point of an evaluation worker: trains and measures one policy after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../app-error';
import { preferServing } from '../../thread-priority';
import { type EngineName, loadEngine } from '../engine/load-engine';
import type { PolicyName } from '../policy';
import { createPolicyEvaluator, type EvaluatedPolicy, type EvaluationTask } from './evaluate-policy';

/** The worker's input. */
export interface EvaluationOrder extends Omit<EvaluationTask, 'engine'> {
  readonly engine: EngineName;
  readonly policies: readonly PolicyName[];
}

/** A policy that could not take part, and the reason. */
export interface SkippedPolicy {
  readonly policy: PolicyName;
  readonly reason: string;
}

/** The worker's output. */
export type EvaluationMessage =
  | { readonly kind: 'evaluated'; readonly evaluated: EvaluatedPolicy }
  | { readonly kind: 'skipped'; readonly skipped: SkippedPolicy }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly reason: string };

const send = (message: EvaluationMessage) => parentPort?.postMessage(message);

/** A policy that refuses the data is skipped; any other error ends the evaluation. */
async function run({ policies, ...order }: EvaluationOrder): Promise<void> {
  preferServing();
  const evaluate = createPolicyEvaluator({ ...order, engine: await loadEngine(order.engine) });
  for (const policy of policies) {
    try {
      send({ kind: 'evaluated', evaluated: await evaluate(policy) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      send({ kind: 'skipped', skipped: { policy, reason: error.message } });
    }
  }
  send({ kind: 'ended' });
}

run(workerData as EvaluationOrder).catch((error: Error) => send({ kind: 'failed', reason: error.message }));
