import { Link } from 'wouter';
import type { RecommendedItem } from './recommended-item';
import styles from './recommended-list.module.css';

/** The recommended films by rank, with scores and reasons. */
export function RecommendedList({
  items,
  chosen,
  onChoose,
}: {
  items: readonly RecommendedItem[];
  chosen: string | undefined;
  onChoose: (film: string | undefined) => void;
}) {
  const scores = items.map((item) => item.score);
  const [min, max] = [Math.min(...scores), Math.max(...scores)];
  const share = (score: number) => (max > min ? 0.12 + (0.88 * (score - min)) / (max - min) : 1);
  return (
    <ol className={styles.list}>
      {items.map(({ rank, score, film, reasons }) => (
        <li key={film.filmId} data-chosen={film.filmId === chosen || undefined}>
          <span className={styles.rank}>{rank}</span>
          <div>
            <button
              type="button"
              className={`bare ${styles.title}`}
              aria-pressed={film.filmId === chosen}
              onClick={() => onChoose(film.filmId === chosen ? undefined : film.filmId)}
            >
              <bdi>{film.title}</bdi>
            </button>
            <p className="muted small">
              {[film.categories.map(({ name }) => name).join(', '), film.releaseYear]
                .filter(Boolean)
                .join(' · ')}
              {' · '}
              <Link
                href={`/explore?film=${encodeURIComponent(film.filmId)}`}
                aria-label={`Show on map: ${film.title}`}
              >
                Show on map
              </Link>
            </p>
            <ul className={styles.reasons}>
              {reasons.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
              {reasons.length === 0 && <li>No actor or category in common with the rented films.</li>}
            </ul>
          </div>
          <p className={styles.score} title="Score. Comparable within this list only.">
            {formatScore(score)}
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width={100 * share(score)} height="4" rx="2" />
            </svg>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Formats a score with four significant digits. */
export const formatScore = (score: number): string => {
  const size = Math.abs(score);
  if (size >= 1_000 || Number.isInteger(score)) return score.toFixed(0);
  return size >= 0.001 || score === 0 ? score.toPrecision(4) : score.toExponential(1);
};
