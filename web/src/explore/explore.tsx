import { useMemo } from 'react';
import { type Embedding, FilmMapDocument, type Projection } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { FilmPicker } from '../films/film-picker';
import { Loading } from '../frame/loading';
import { useIsDark } from '../frame/use-is-dark';
import { useTitle } from '../frame/use-title';
import { TERMS } from '../glossary/terms';
import { StaleNote } from '../status/stale-note';
import { useUrlState } from '../url/use-url-state';
import { CategoryMark } from './category-mark';
import { categoryMarks } from './category-marks';
import { FilmCanvas } from './film-canvas';
import { countOutside, mapFilms } from './map-films';
import { Neighbors } from './neighbors';
import { useNeighbors } from './use-neighbors';
import styles from './explore.module.css';

const EMBEDDINGS: readonly { name: Embedding; label: string; title?: string }[] = [
  { name: 'NODE2VEC', label: 'node2vec' },
  { name: 'FASTRP', label: 'FastRP' },
];
const PROJECTIONS: readonly { name: Projection; label: string; title: string }[] = [
  { name: 'PCA', label: 'PCA', title: TERMS.pca },
  { name: 'UMAP', label: 'UMAP', title: TERMS.umap },
];

/** A map of the films in embedding space, and the nearest neighbors of the selected film. */
export function Explore() {
  useTitle('Explore');
  const url = useUrlState();
  const embedding = EMBEDDINGS.find(({ name }) => name === url.get('embedding'))?.name ?? 'NODE2VEC';
  const projection = PROJECTIONS.find(({ name }) => name === url.get('projection'))?.name ?? 'PCA';
  const map = useApiQuery(FilmMapDocument, { embedding, projection }, { keepPrevious: true });
  const films = useMemo(() => mapFilms(map.data?.filmMap ?? []), [map.data]);
  const categories = useMemo(() => [...new Set(films.map(({ category }) => category))].sort(), [films]);
  const isDark = useIsDark();
  const markOf = useMemo(() => categoryMarks(categories, isDark), [categories, isDark]);
  const shown = categories.find((name) => name === url.get('category'));
  const film = url.get('film');
  const neighbors = useNeighbors(film, embedding);
  const near = useMemo(
    () => neighbors.data?.embeddingNeighbors?.map((neighbor) => neighbor.film.filmId) ?? [],
    [neighbors.data],
  );
  const choose = (id: string) => url.set({ film: id });
  const outside = countOutside(films);

  return (
    <div className={styles.view}>
      <div className={styles.title}>
        <div>
          <h1>Films in embedding space</h1>
          <p className={styles.description}>
            Graph Data Science computes a vector for each film from its actors and categories. The map
            projects the vectors to two dimensions; neighbors are computed in all dimensions.
          </p>
        </div>
        <div className={styles.choices}>
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
          <div className="segmented" role="group" aria-label="Projection">
            {PROJECTIONS.map(({ name, label, title }) => (
              <button
                key={name}
                type="button"
                title={title}
                aria-pressed={name === projection}
                onClick={() => url.set({ projection: name === 'PCA' ? undefined : name })}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
      </div>
      <section className={styles.map} aria-label="Map">
        {map.isPlaceholderData && !map.error && (
          <Loading label={`${projection} map. It is computed on first use`} rows={0} />
        )}
        <StaleNote query={map} />
        {!map.data ? (
          map.error ? (
            <Problem error={map.error} retry={() => void map.refetch()} />
          ) : (
            <Loading label="map" rows={12} />
          )
        ) : (
          <>
            <FilmCanvas
              key={`${embedding} ${projection}`}
              films={films}
              markOf={markOf}
              shown={shown}
              chosen={film}
              neighbors={near}
              onChoose={choose}
            />
            <p className="muted small">
              {PROJECTIONS.find(({ name }) => name === projection)?.title}{' '}
              {outside > 0 &&
                `${outside} ${outside === 1 ? 'film lies' : 'films lie'} outside of the initial view; zoom out to see them. `}
              Drag to pan; hold Ctrl or ⌘ and scroll to zoom.
            </p>
            <ul className={styles.legend} aria-label="Categories: select one to highlight it">
              {categories.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    className="bare"
                    aria-pressed={name === shown}
                    onClick={() => url.set({ category: name === shown ? undefined : name })}
                  >
                    <CategoryMark mark={markOf.get(name)} />
                    <bdi>{name}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <aside className={styles.side} aria-label="Film and neighbors">
        <FilmPicker label="Film" onPick={choose} />
        <Neighbors query={neighbors} film={film} markOf={markOf} onChoose={choose} />
      </aside>
    </div>
  );
}
