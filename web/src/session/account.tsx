import { useQueryClient } from '@tanstack/react-query';
import { ROLE_NAMES } from './permissions';
import { clearToken } from './token';
import { useSession } from './use-session';
import styles from './session.module.css';

/** The role of the caller, and a button to sign out. */
export function Account() {
  const { role, customerId, hasToken } = useSession();
  const queries = useQueryClient();
  const signOut = () => {
    clearToken();
    void queries.resetQueries();
  };
  return (
    <div className={styles.account}>
      {role && (
        <span className={styles.role} title="Your role">
          {ROLE_NAMES[role]}
          {customerId && ` ${customerId}`}
        </span>
      )}
      {hasToken && (
        <button type="button" className={`secondary ${styles.signOut}`} onClick={signOut}>
          Sign out
        </button>
      )}
    </div>
  );
}
