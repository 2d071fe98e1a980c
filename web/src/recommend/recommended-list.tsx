import { Link } from 'wouter';
import type { RecommendedItem } from './recommended-item';
import styles from './recommended-list.module.css';

/** The recommended films, the best first, each with its score and its reasons. */
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
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const share = (score: number) => (most > least ? 0.12 + (0.88 * (score - least)) / (most - least) : 1);
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
              {film.title}
            </button>
            <p className="muted small">
              {[film.categories.map(({ name }) => name).join(', '), film.releaseYear]
                .filter(Boolean)
                .join(' · ')}
              {' · '}
              <Link
                href={`/explore?film=${encodeURIComponent(film.filmId)}`}
                aria-label={`${film.title} on the map`}
              >
                on the map
              </Link>
            </p>
            <ul className={styles.reasons}>
              {reasons.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
              {reasons.length === 0 && <li>No actor or category in common with what was rented.</li>}
            </ul>
          </div>
          <p className={styles.score} title="Comparable within this list only">
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

/** Four digits, which tell scores apart, whatever their size. */
export const formatScore = (score: number): string => {
  const size = Math.abs(score);
  if (size >= 1_000 || Number.isInteger(score)) return score.toFixed(0);
  return size >= 0.001 || score === 0 ? score.toPrecision(4) : score.toExponential(1);
};
