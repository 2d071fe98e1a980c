import { messageOf } from '../api/execute';
import { dateTime } from '../frame/date-time';
import styles from './status.module.css';

/** Says that the data of a query is old, because refetching it failed. Renders null if it is current. */
export function StaleNote({
  query: { data, error, dataUpdatedAt, refetch },
}: {
  query: { data: unknown; error: Error | null; dataUpdatedAt: number; refetch: () => unknown };
}) {
  if (!error || data === undefined) return null;
  return (
    <p className={styles.stale} role="status">
      <span>
        Out of date: last updated {dateTime(new Date(dataUpdatedAt).toISOString())}. {messageOf(error)}
      </span>
      <button type="button" className="secondary" onClick={() => void refetch()}>
        Try again
      </button>
    </p>
  );
}
