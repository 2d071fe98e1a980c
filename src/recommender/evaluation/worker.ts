/** The entry point of an evaluation worker. Trains and measures one policy after the other. */
import { runWorker } from '../../worker/run-worker';
import { type EngineName, loadEngine } from '../engine/load-engine';
import type { PolicyName } from '../policies/policy';
import { createPolicyEvaluator, type EvaluatedPolicy, type EvaluationTask } from './evaluate-policy';

/** The task of an evaluation worker. */
export interface EvaluationOrder extends Omit<EvaluationTask, 'engine'> {
  readonly engine: EngineName;
  readonly policies: readonly PolicyName[];
}

/** A policy that could not take part, and the reason. */
export interface SkippedPolicy {
  readonly policy: PolicyName;
  readonly reason: string;
}

/** The progress of an evaluation worker: one message for each policy. */
export type EvaluationUpdate =
  | { readonly kind: 'evaluated'; readonly evaluated: EvaluatedPolicy }
  | { readonly kind: 'skipped'; readonly skipped: SkippedPolicy };

/** If a policy fails, it is skipped with the reason, and the others are still evaluated. */
runWorker<EvaluationOrder, EvaluationUpdate, void>(async ({ policies, ...order }, { report }) => {
  const evaluate = createPolicyEvaluator({ ...order, engine: await loadEngine(order.engine) });
  for (const policy of policies) {
    try {
      report({ kind: 'evaluated', evaluated: await evaluate(policy) });
    } catch (error) {
      report({ kind: 'skipped', skipped: { policy, reason: (error as Error).message } });
    }
  }
});
