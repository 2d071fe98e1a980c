import type { MeasuredFragment } from '../api/operations.generated';
import styles from './compare.module.css';

/** Plots a mean with its interval on a scale from 0 to `max`, and prints both. */
export function IntervalPlot({
  interval: { mean, low, high },
  max,
  digits,
}: {
  interval: MeasuredFragment;
  max: number;
  digits: number;
}) {
  const x = (value: number) => `${4 + (92 * Math.max(value, 0)) / (max || 1)}%`;
  return (
    <div className={styles.interval}>
      <strong>{mean.toFixed(digits)}</strong>{' '}
      <span className="muted small">
        {low.toFixed(digits)} to {high.toFixed(digits)}
      </span>
      <svg width="100%" height="14" aria-hidden="true">
        <line x1={x(0)} x2={x(max)} y1="7" y2="7" className={styles.scale} />
        <line x1={x(low)} x2={x(high)} y1="7" y2="7" />
        <line x1={x(low)} x2={x(low)} y1="3" y2="11" />
        <line x1={x(high)} x2={x(high)} y1="3" y2="11" />
        <circle cx={x(mean)} cy="7" r="4" />
      </svg>
    </div>
  );
}
