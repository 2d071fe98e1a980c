import type { MeasuredFragment } from '../api/operations.generated';
import styles from './compare.module.css';

/** A mean as a dot, its interval as whiskers, on a scale from 0 to `most`, and both in numbers. */
export function IntervalPlot({
  interval: { mean, low, high },
  most,
  digits,
}: {
  interval: MeasuredFragment;
  most: number;
  digits: number;
}) {
  const at = (value: number) => `${4 + (92 * Math.max(value, 0)) / (most || 1)}%`;
  return (
    <div className={styles.interval}>
      <strong>{mean.toFixed(digits)}</strong>{' '}
      <span className="muted small">
        {low.toFixed(digits)} to {high.toFixed(digits)}
      </span>
      <svg width="100%" height="14" aria-hidden="true">
        <line x1={at(0)} x2={at(most)} y1="7" y2="7" className={styles.scale} />
        <line x1={at(low)} x2={at(high)} y1="7" y2="7" />
        <line x1={at(low)} x2={at(low)} y1="3" y2="11" />
        <line x1={at(high)} x2={at(high)} y1="3" y2="11" />
        <circle cx={at(mean)} cy="7" r="4" />
      </svg>
    </div>
  );
}
