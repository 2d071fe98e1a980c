import type { Logger } from '../../logger';
import type { Evaluations } from '../evaluation/evaluations';
import type { TrainingRuns } from '../training/training-runs';
import type { Promotions } from '../versions/promotions';
import { AUTOPILOT_OFF, type AutopilotStatus } from './autopilot-status';
import { judgeTrials } from './judge-trials';
import { retrainOnRentals } from './retrain-on-rentals';
import { needsTraining, trainAndPromote } from './train-and-promote';

/** Trains in the background. */
export interface Autopilot {
  /** Trains and promotes a policy if no policy is promoted. Resolves when this is done or the autopilot is closed. */
  run(): Promise<void>;
  /** Whether `run` has anything to do. */
  isDue(): Promise<boolean>;
  /** Starts retraining DQN whenever enough rentals were recorded. */
  retrain(): void;
  /** Judges the running trial every day; resolves when it is closed. */
  judge(): Promise<void>;
  status(): AutopilotStatus;
  /** Stops retries. A running training ends with the runs of the process. */
  close(): void;
}

/** Options of `createAutopilot`. */
export interface AutopilotOptions {
  readonly runs: TrainingRuns;
  readonly evaluations: Evaluations;
  readonly promotions: Promotions;
  readonly logger: Logger;
  /** Calls `listener` for each recorded rental. */
  readonly onRental: (listener: () => void) => void;
}

export function createAutopilot({ onRental, ...options }: AutopilotOptions): Autopilot {
  const closing = new AbortController();
  let status = AUTOPILOT_OFF;
  return {
    run: async () => {
      const onStatus = (next: AutopilotStatus) => {
        status = next;
      };
      await trainAndPromote({ ...options, onStatus, closing: closing.signal });
    },
    isDue: () => needsTraining(options.promotions),
    retrain: () => onRental(retrainOnRentals({ ...options, closing: closing.signal })),
    judge: () => judgeTrials({ ...options, closing: closing.signal }),
    status: () => status,
    close: () => closing.abort(),
  };
}
