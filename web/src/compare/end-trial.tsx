import { execute } from '../api/execute';
import { EndTrialDocument } from '../api/operations.generated';
import { ConfirmDialog } from './confirm-dialog';

/** A button that ends the running trial, after confirmation. */
export const EndTrial = ({ trial }: { trial: string }) => (
  <ConfirmDialog
    trigger="End trial"
    title="End the trial?"
    action={() => execute(EndTrialDocument, { trial })}
    confirm={() => 'End trial'}
    pending="Ending…"
  >
    <p>
      The active policy serves all customers again. The candidate is not tried a second time; to use it,
      promote it.
    </p>
  </ConfirmDialog>
);
