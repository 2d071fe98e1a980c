import { useConnection } from './use-connection';
import styles from './status.module.css';

/** Says what is wrong with the connection, and for how long. It is empty while the connection works. */
export function StatusBanner() {
  const { level, message, duration } = useConnection();
  return (
    <div className={styles.banner} data-level={level} role="status" aria-label="Connection">
      {message && (
        <p>
          {message} <span aria-hidden="true">({duration})</span>
        </p>
      )}
    </div>
  );
}
