import type { Day } from './activity';
import styles from './system.module.css';

const HEIGHT = 96;

/** A bar chart by day. The table below it has the same values. */
export function DayBars({
  title,
  days,
  valueOf,
  format,
}: {
  title: string;
  days: readonly Day[];
  valueOf: (day: Day) => number | undefined;
  format: (value: number) => string;
}) {
  const values = days.map((day) => valueOf(day));
  const max = Math.max(0, ...values.map((value) => value ?? 0));
  const latest = values.at(-1);
  const width = 100 / days.length;
  return (
    <figure className={styles.bars}>
      <figcaption>
        <h3>{title}</h3>
        <span className="muted small">
          today {latest === undefined ? '–' : format(latest)} · max {format(max)}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title} by day: today ${latest === undefined ? 'none' : format(latest)}, at most ${format(max)}`}
      >
        {values.map((value, i) => {
          const height = max > 0 ? ((value ?? 0) / max) * (HEIGHT - 4) : 0;
          return (
            <rect
              key={days[i].date}
              x={i * width + width * 0.12}
              y={HEIGHT - Math.max(height, 1)}
              width={width * 0.76}
              height={Math.max(height, 1)}
            >
              <title>{`${days[i].date}: ${value === undefined ? '–' : format(value)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        <span>{days[0]?.date}</span>
        <span>{days.at(-1)?.date}</span>
      </p>
    </figure>
  );
}
