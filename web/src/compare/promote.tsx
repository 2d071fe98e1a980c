import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef } from 'react';
import { ApiError, execute } from '../api/execute';
import { type Policy, PromoteDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { POLICIES } from '../policies/policies';
import styles from './compare.module.css';

/** A button that makes a policy the active one, after confirmation. */
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
    mutationFn: (options: { exploration: number; force: boolean }) =>
      execute(PromoteDocument, { input: { policy, version, ...options } }),
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
        className="secondary"
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
          <h2 id={`${id}title`}>Promote {name}?</h2>
          <p>
            {version ? (
              <>
                Version <code>{version}</code> becomes
              </>
            ) : (
              `${name} becomes`
            )}{' '}
            the active policy: the default for requests that name no policy. All servers on this graph switch
            within seconds. To revert, promote another policy.
          </p>
          <div className={styles.exploration}>
            <label htmlFor={`${id}exploration`}>Exploration rate (%)</label>
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
            <button type="button" className="secondary" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
            <button type="submit" aria-disabled={promoting.isPending}>
              {promoting.isPending ? 'Promoting…' : isRefused ? 'Promote anyway' : 'Promote'}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
