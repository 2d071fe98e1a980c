import { FilmTitlesDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { FilmPicker } from '../films/film-picker';
import styles from './recommend.module.css';

/** Films to imagine as rented too, the last one last. */
export function WhatIf({
  imagine,
  onChange,
}: {
  imagine: readonly string[];
  onChange: (imagine: string[]) => void;
}) {
  const { data } = useAsk(
    FilmTitlesDocument,
    { ids: [...imagine] },
    { enabled: imagine.length > 0, keep: true },
  );
  const titles = new Map(data?.films.map((film) => [film.filmId, film.title]));
  return (
    <section className={styles.control} aria-label="What if">
      <FilmPicker
        label="What if they had just rented…"
        placeholder="Add a film"
        onPick={(film) => onChange([...imagine.filter((other) => other !== film), film])}
      />
      {imagine.length > 0 && (
        <ul className="tokens" aria-label="Imagined rentals">
          {imagine.map((film) => (
            <li key={film}>
              {titles.get(film) ?? film}
              <button
                type="button"
                aria-label={`Leave out ${titles.get(film) ?? film}`}
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
