import { useState } from 'react';
import { formatDuration } from '../status/duration';
import { useNow } from '../status/use-now';
import styles from './loading.module.css';

/** After this many milliseconds the placeholder says for how long it has been loading. */
const SLOW_MS = 2_000;

/**
 * A placeholder for content that is loading: gray lines in place of the text.
 * @param label the content, for screen readers, such as "runs"
 * @param rows number of lines
 */
export function Loading({ label, rows = 3 }: { label: string; rows?: number }) {
  const [startedAt] = useState(Date.now);
  const elapsed = useNow(true) - startedAt;
  return (
    <div className={styles.loading} role="status">
      <span className={elapsed > SLOW_MS ? styles.slow : 'visually-hidden'}>
        Loading {label}…{elapsed > SLOW_MS && <span aria-hidden="true"> {formatDuration(elapsed)}</span>}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}
