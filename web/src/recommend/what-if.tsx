import { FilmTitlesDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { FilmPicker } from '../films/film-picker';
import styles from './recommend.module.css';

/** A picker for hypothetical rentals, oldest first. */
export function WhatIf({
  imagine,
  onChange,
}: {
  imagine: readonly string[];
  onChange: (imagine: string[]) => void;
}) {
  const { data } = useApiQuery(
    FilmTitlesDocument,
    { ids: [...imagine] },
    { enabled: imagine.length > 0, keepPrevious: true },
  );
  const titles = new Map(data?.films.map((film) => [film.filmId, film.title]));
  return (
    <section className={styles.control} aria-label="What if">
      <FilmPicker
        label="What if they also rented…"
        placeholder="Add a film"
        onPick={(film) => onChange([...imagine.filter((other) => other !== film), film])}
      />
      {imagine.length > 0 && (
        <ul className="chips" aria-label="Hypothetical rentals">
          {imagine.map((film) => (
            <li key={film}>
              <bdi>{titles.get(film) ?? film}</bdi>
              <button
                type="button"
                aria-label={`Remove ${titles.get(film) ?? film}`}
                onClick={() => onChange(imagine.filter((other) => other !== film))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
