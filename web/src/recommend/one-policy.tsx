import { lazy, Suspense } from 'react';
import { RecommendDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { Loading } from '../frame/loading';
import { POLICIES } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';
import { RecommendedList } from './recommended-list';
import { toWhere, type Filters } from './filters';
import styles from './recommend.module.css';

const PathGraph = lazy(() => import('./path-graph').then(({ PathGraph }) => ({ default: PathGraph })));

const FIRST = 8;

/** The recommendations of one policy as a graph and a list. */
export function OnePolicy({ customer, filters, url }: { customer: string; filters: Filters; url: UrlState }) {
  const { data, error, refetch, isPlaceholderData } = useApiQuery(
    RecommendDocument,
    {
      customer,
      first: FIRST,
      policy: filters.policy,
      where: toWhere(filters),
      imagine: filters.imagine,
      diversity: filters.diversity,
    },
    { keepPrevious: true },
  );
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  const list = data?.recommendations;
  if (!list) return <Loading label="recommendations" />;
  if (list.items.length === 0) {
    return (
      <p className="blank">No unrented film matches the filters. Remove a filter to see recommendations.</p>
    );
  }
  const chosen = list.items.find(({ film }) => film.filmId === url.get('film'))?.film.filmId;
  const choose = (film: string | undefined) => url.set({ film });
  return (
    <section
      className={styles.one}
      aria-label="Recommended films"
      data-stale={isPlaceholderData || undefined}
    >
      <figure className={styles.graph}>
        <Suspense fallback={<Loading label="graph" />}>
          <PathGraph items={list.items} chosen={chosen} onChoose={choose} />
        </Suspense>
        <figcaption className={styles.legend}>
          <span data-kind="rented">rented</span>
          <span data-kind="shared">shared actor or category</span>
          <span data-kind="recommended">recommended</span>
        </figcaption>
      </figure>
      <div className="heading">
        <h2>Recommended</h2>
        <p className="muted small">
          by {POLICIES[list.policy].name}, version <code>{list.version}</code>
        </p>
      </div>
      <RecommendedList items={list.items} chosen={chosen} onChoose={choose} />
    </section>
  );
}
