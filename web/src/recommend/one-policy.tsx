import { lazy, Suspense } from 'react';
import { RecommendDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { Loading } from '../frame/loading';
import { Term } from '../glossary/term';
import { POLICIES } from '../policies/policies';
import { StaleNote } from '../status/stale-note';
import type { UrlState } from '../url/use-url-state';
import { RecommendedList } from './recommended-list';
import { toWhere, type Filters } from './filters';
import styles from './recommend.module.css';

const PathGraph = lazy(() => import('./path-graph').then(({ PathGraph }) => ({ default: PathGraph })));

const FIRST = 8;

/** The recommendations of one policy as a graph and a list. */
export function OnePolicy({ customer, filters, url }: { customer: string; filters: Filters; url: UrlState }) {
  const query = useApiQuery(
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
  const { data, error, isPlaceholderData } = query;
  const list = data?.recommendations;
  if (!list || (error && isPlaceholderData)) {
    if (error) return <Problem error={error} retry={() => void query.refetch()} />;
    return <Loading label="recommendations" rows={8} />;
  }
  if (list.items.length === 0) {
    return (
      <p className="empty-state">
        No unrented film matches the filters. Remove a filter to see recommendations.
      </p>
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
      <StaleNote query={query} />
      <figure className={styles.graph}>
        <Suspense fallback={<Loading label="graph" rows={6} />}>
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
          {list.ranking === 'SLATES' && (
            <>
              , as a <Term name="slate">whole list</Term>
            </>
          )}
        </p>
      </div>
      <RecommendedList items={list.items} chosen={chosen} onChoose={choose} />
    </section>
  );
}
