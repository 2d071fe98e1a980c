import type { TrainablePolicy } from '../policies/policy';
import type { RunKind } from './run-repository';

/** A request to train a policy. */
export interface TrainingRequest {
  readonly policy: TrainablePolicy;
  /** Default: the seed of the resumed run, or the service's seed. A seed makes TUTORIAL start from scratch. */
  readonly seed?: number;
  /** Max steps of the run. Default: chosen by the policy. */
  readonly steps?: number;
  /** The id of a run to resume, whose policy is trained. */
  readonly resume?: string;
  /** Whether another training in this process may cancel the run. */
  readonly preemptible?: boolean;
  /** Default: RUN. */
  readonly kind?: RunKind;
}
