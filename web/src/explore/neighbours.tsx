import { Problem } from '../api/problem';
import { personName } from '../customers/person-name';
import { Loading } from '../frame/loading';
import type { useNeighbours } from './use-neighbours';
import styles from './explore.module.css';

/** The details of the selected film and its nearest neighbours. */
export function Neighbours({
  answer: { data, error, refetch },
  film: chosen,
  colourOf,
  onChoose,
}: {
  answer: ReturnType<typeof useNeighbours>;
  film: string | undefined;
  colourOf: ReadonlyMap<string, string>;
  onChoose: (film: string) => void;
}) {
  if (chosen === undefined) {
    return (
      <p className={styles.hintless}>
        Select a film on the map or search by title to see its nearest neighbours.
      </p>
    );
  }
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label="neighbours" />;
  const film = data.films[0];
  if (!film) return <p className={styles.hintless}>No film has the id {chosen}. Search by title instead.</p>;
  const facts = [
    film.releaseYear,
    film.categories.map(({ name }) => name).join(', '),
    film.length && `${film.length} min`,
    film.rating,
  ];
  return (
    <>
      <section className={styles.film} aria-live="polite">
        <h2>{film.title}</h2>
        <p className="muted small">{facts.filter(Boolean).join(' · ')}</p>
        {film.description && <p>{film.description}</p>}
        {film.actors.length > 0 && (
          <p className="small">Cast: {film.actors.map((actor) => personName(actor)).join(', ')}.</p>
        )}
      </section>
      <section aria-label="Nearest films">
        <div className="heading">
          <h3>Nearest films</h3>
          <span className="muted small">cosine</span>
        </div>
        <ol className={styles.near}>
          {data.embeddingNeighbors?.map(({ score, film: near }) => {
            const category = near.categories[0]?.name ?? 'No category';
            return (
              <li key={near.filmId}>
                <button type="button" className="bare" onClick={() => onChoose(near.filmId)}>
                  <span
                    className={styles.dot}
                    style={{ background: colourOf.get(category) }}
                    aria-hidden="true"
                  />
                  <span>{near.title}</span>
                  <span className="muted small">{category}</span>
                  <span className={styles.score}>{score.toFixed(2)}</span>
                </button>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
