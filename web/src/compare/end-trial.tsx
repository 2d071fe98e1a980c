import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { execute } from '../api/execute';
import { EndTrialDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import styles from './compare.module.css';

/** A button that ends the running trial, after confirmation. */
export function EndTrial({ trial }: { trial: string }) {
  const id = useId();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const ending = useMutation({
    mutationFn: () => execute(EndTrialDocument, { trial }),
    onSuccess: async () => {
      dialog.current?.close();
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <button
        type="button"
        className="secondary"
        onClick={() => {
          ending.reset();
          dialog.current?.showModal();
        }}
      >
        End trial
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}title`}>
        <h2 id={`${id}title`}>End the trial?</h2>
        <p>
          The active policy serves all customers again. The candidate is not tried a second time; to use it,
          promote it.
        </p>
        {ending.error && <Problem error={ending.error} />}
        <div className={styles.buttons}>
          <button type="button" className="secondary" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="button" aria-disabled={ending.isPending} onClick={() => ending.mutate()}>
            {ending.isPending ? 'Ending…' : 'End trial'}
          </button>
        </div>
      </dialog>
    </>
  );
}
