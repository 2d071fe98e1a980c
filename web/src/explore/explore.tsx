import { useMemo } from 'react';
import { type Embedding, FilmMapDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { FilmPicker } from '../films/film-picker';
import { Loading } from '../frame/loading';
import { useIsDark } from '../frame/use-is-dark';
import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { categoryColours } from './category-colours';
import { FilmCanvas } from './film-canvas';
import { mapFilms } from './map-films';
import { Neighbours } from './neighbours';
import { useNeighbours } from './use-neighbours';
import styles from './explore.module.css';

const EMBEDDINGS: readonly { name: Embedding; label: string }[] = [
  { name: 'NODE2VEC', label: 'node2vec' },
  { name: 'FASTRP', label: 'FastRP' },
];

/** A map of the films in embedding space, and the nearest neighbours of the selected film. */
export function Explore() {
  useTitle('Explore');
  const url = useUrlState();
  const embedding = EMBEDDINGS.find(({ name }) => name === url.get('embedding'))?.name ?? 'NODE2VEC';
  const map = useApiQuery(FilmMapDocument, { embedding }, { keepPrevious: true });
  const films = useMemo(() => mapFilms(map.data?.filmMap ?? []), [map.data]);
  const categories = useMemo(() => [...new Set(films.map(({ category }) => category))].sort(), [films]);
  const isDark = useIsDark();
  const colourOf = useMemo(() => categoryColours(categories, isDark), [categories, isDark]);
  const shown = categories.find((name) => name === url.get('category'));
  const film = url.get('film');
  const neighbours = useNeighbours(film, embedding);
  const near = useMemo(
    () => neighbours.data?.embeddingNeighbors?.map((neighbour) => neighbour.film.filmId) ?? [],
    [neighbours.data],
  );
  const choose = (id: string) => url.set({ film: id });

  return (
    <div className={styles.view}>
      <div className={styles.title}>
        <div>
          <h1>Films in embedding space</h1>
          <p className={styles.what}>
            Graph Data Science computes a vector for each film from its actors and categories. The map shows
            the first two principal components; neighbours are computed in all dimensions.
          </p>
        </div>
        <div className="segmented" role="group" aria-label="Embedding">
          {EMBEDDINGS.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === embedding}
              onClick={() => url.set({ embedding: name === 'NODE2VEC' ? undefined : name })}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      <section className={styles.map} aria-label="Map">
        {map.error ? (
          <Problem error={map.error} retry={() => void map.refetch()} />
        ) : map.isPending ? (
          <Loading label="map" />
        ) : (
          <>
            <FilmCanvas
              films={films}
              colourOf={colourOf}
              shown={shown}
              chosen={film}
              neighbours={near}
              onChoose={choose}
            />
            <ul className={styles.legend} aria-label="Categories: select one to highlight it">
              {categories.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    className="bare"
                    aria-pressed={name === shown}
                    onClick={() => url.set({ category: name === shown ? undefined : name })}
                  >
                    <span
                      className={styles.dot}
                      style={{ background: colourOf.get(name) }}
                      aria-hidden="true"
                    />
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <aside className={styles.side} aria-label="Film and neighbours">
        <FilmPicker label="Film" onPick={choose} />
        <Neighbours answer={neighbours} film={film} colourOf={colourOf} onChoose={choose} />
      </aside>
    </div>
  );
}
