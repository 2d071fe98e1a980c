import { useId } from 'react';
import { ApiError, execute } from '../api/execute';
import { type Policy, PromoteDocument } from '../api/operations.generated';
import { POLICIES } from '../policies/policies';
import { ConfirmDialog } from './confirm-dialog';
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
  const promote = (form: FormData, error: Error | null) => {
    const exploration = Number(form.get('exploration')) / 100;
    return execute(PromoteDocument, { input: { policy, version, exploration, force: isRefusal(error) } });
  };
  const { name } = POLICIES[policy];
  return (
    <ConfirmDialog
      trigger="Promote"
      label={`Promote ${name}${version ? `, version ${version}` : ''}`}
      title={`Promote ${name}?`}
      action={promote}
      onDone={onPromoted}
      confirm={(error) => (isRefusal(error) ? 'Promote anyway' : 'Promote')}
      pending="Promoting…"
    >
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
    </ConfirmDialog>
  );
}

/** Whether the server refused the promotion because the policy is not better. */
const isRefusal = (error: Error | null) => error instanceof ApiError && error.code === 'BAD_USER_INPUT';
