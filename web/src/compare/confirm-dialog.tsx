import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { Problem } from '../api/problem';
import styles from './compare.module.css';

export interface ConfirmDialogProps {
  /** The text of the button that opens the dialog. */
  trigger: string;
  /** The accessible name of that button. Default: its text. */
  label?: string;
  title: string;
  /** Runs when the user confirms. `error` is the failure of the attempt before. */
  action: (form: FormData, error: Error | null) => Promise<unknown>;
  /** Runs after the action has succeeded. */
  onDone?: () => void;
  /** The text of the button that confirms. */
  confirm: (error: Error | null) => string;
  /** The text of that button while the action is running. */
  pending: string;
  /** The explanation, and inputs of the form. */
  children: ReactNode;
}

/** A button that runs an action on the server after confirmation, and then reads all data again. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, label, title, action, onDone, confirm, pending, children } = props;
  const id = useId();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const running = useMutation({
    mutationFn: ({ form, error }: { form: FormData; error: Error | null }) => action(form, error),
    onSuccess: async () => {
      dialog.current?.close();
      await queries.invalidateQueries();
      onDone?.();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!running.isPending) running.mutate({ form: new FormData(event.currentTarget), error: running.error });
  };
  return (
    <>
      <button
        type="button"
        className="secondary"
        aria-label={label}
        onClick={() => {
          running.reset();
          dialog.current?.showModal();
        }}
      >
        {trigger}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}title`}>
        <form onSubmit={submit}>
          <h2 id={`${id}title`}>{title}</h2>
          {children}
          {running.error && <Problem error={running.error} />}
          <div className={styles.buttons}>
            <button type="button" className="secondary" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" aria-disabled={running.isPending}>
              {running.isPending ? pending : confirm(running.error)}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
