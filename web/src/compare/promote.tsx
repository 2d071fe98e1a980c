import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef } from 'react';
import { ApiError, ask } from '../api/ask';
import { type Policy, PromoteDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { POLICIES } from '../policies/policies';
import styles from './compare.module.css';

/** A button that lets a policy answer from now on, once it was asked whether it should. */
export function Promote({
  policy,
  version,
  onPromoted,
}: {
  policy: Policy;
  version?: string;
  onPromoted?: () => void;
}) {
  const id = useId();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const promoting = useMutation({
    mutationFn: (wish: { exploration: number; force: boolean }) =>
      ask(PromoteDocument, { input: { policy, version, ...wish } }),
    onSuccess: async () => {
      dialog.current?.close();
      await queries.invalidateQueries();
      onPromoted?.();
    },
  });
  const isRefused = promoting.error instanceof ApiError && promoting.error.code === 'BAD_USER_INPUT';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (promoting.isPending) return;
    const exploration = Number(new FormData(event.currentTarget).get('exploration')) / 100;
    promoting.mutate({ exploration, force: isRefused });
  };
  const { name } = POLICIES[policy];
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={`Promote ${name}${version ? `, version ${version}` : ''}`}
        onClick={() => {
          promoting.reset();
          dialog.current?.showModal();
        }}
      >
        Promote
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}title`}>
        <form onSubmit={submit}>
          <h2 id={`${id}title`}>Let {name} answer from now on?</h2>
          <p>
            {version ? (
              <>
                Its version <code>{version}</code> will answer
              </>
            ) : (
              'It will answer'
            )}{' '}
            wherever no policy is asked for, in every process of this graph, within seconds. Promote another
            one to go back.
          </p>
          <div className={styles.exploration}>
            <label htmlFor={`${id}exploration`}>
              Places of a list that go to films by chance, in percent
            </label>
            <input
              id={`${id}exploration`}
              name="exploration"
              type="number"
              min="0"
              max="100"
              step="1"
              defaultValue="0"
            />
          </div>
          {promoting.error && <Problem error={promoting.error} />}
          <div className={styles.buttons}>
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              Leave it as it is
            </button>
            <button type="submit" aria-disabled={promoting.isPending}>
              {promoting.isPending ? 'Promoting…' : isRefused ? 'Promote all the same' : 'Promote'}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
