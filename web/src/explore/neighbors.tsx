import { Problem } from '../api/problem';
import { personName } from '../customers/person-name';
import { Loading } from '../frame/loading';
import { Term } from '../glossary/term';
import { StaleNote } from '../status/stale-note';
import { CategoryMark } from './category-mark';
import type { Mark } from './category-marks';
import type { useNeighbors } from './use-neighbors';
import styles from './explore.module.css';

/** The details of the selected film and its nearest neighbors. */
export function Neighbors({
  query,
  film: chosen,
  markOf,
  onChoose,
}: {
  query: ReturnType<typeof useNeighbors>;
  film: string | undefined;
  markOf: ReadonlyMap<string, Mark>;
  onChoose: (film: string) => void;
}) {
  const { data, error, isPlaceholderData } = query;
  if (chosen === undefined) {
    return <p className="muted">Select a film on the map or search by title to see its nearest neighbors.</p>;
  }
  if (!data || (error && isPlaceholderData)) {
    if (error) return <Problem error={error} retry={() => void query.refetch()} />;
    return <Loading label="neighbors" rows={8} />;
  }
  const film = data.films[0];
  if (!film) return <p className="muted">No film has the id {chosen}. Search by title instead.</p>;
  const facts = [
    film.releaseYear,
    film.categories.map(({ name }) => name).join(', '),
    film.length && `${film.length} min`,
    film.rating,
  ];
  return (
    <>
      <StaleNote query={query} />
      <section className={styles.film} aria-live="polite">
        <h2 dir="auto">{film.title}</h2>
        <p className="muted small">{facts.filter(Boolean).join(' · ')}</p>
        {film.description && <p dir="auto">{film.description}</p>}
        {film.actors.length > 0 && (
          <p className="small">Cast: {film.actors.map((actor) => personName(actor)).join(', ')}.</p>
        )}
      </section>
      <section aria-label="Nearest films">
        <div className="heading">
          <h3>Nearest films</h3>
          <span className="muted small">
            <Term name="cosine">cosine</Term>
          </span>
        </div>
        <ol className={styles.near}>
          {data.embeddingNeighbors?.map(({ score, film: near }) => {
            const category = near.categories[0]?.name ?? 'No category';
            return (
              <li key={near.filmId}>
                <button type="button" className="bare" onClick={() => onChoose(near.filmId)}>
                  <CategoryMark mark={markOf.get(category)} />
                  <bdi>{near.title}</bdi>
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
