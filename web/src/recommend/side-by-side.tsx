import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { ApiError, execute } from '../api/execute';
import { RecommendTitlesDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { Loading } from '../frame/loading';
import { POLICIES, POLICY_NAMES } from '../policies/policies';
import { useSession } from '../session/use-session';
import { formatScore } from './recommended-list';
import { toWhere, type Filters } from './filters';
import styles from './side-by-side.module.css';

const FIRST = 10;

/** The recommendations of each policy for one customer. Films in several lists are marked. */
export function SideBySide({ customer, filters }: { customer: string; filters: Filters }) {
  const [hovered, setHovered] = useState<string>();
  const { can } = useSession();
  const { imagine } = filters;
  const where = toWhere(filters);
  const results = useQueries({
    queries: POLICY_NAMES.map((policy) => {
      const variables = { customer, first: FIRST, policy, where, imagine };
      return {
        queryKey: ['side by side', variables],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          execute(RecommendTitlesDocument, variables, { signal }),
      };
    }),
  });
  const lists = results.map(({ data }) => data?.recommendations?.items ?? []);
  const counts = new Map<string, number>();
  for (const { film } of lists.flat()) counts.set(film.filmId, (counts.get(film.filmId) ?? 0) + 1);
  return (
    <section className={styles.lists} aria-label="Policies side by side">
      {POLICY_NAMES.map((policy, index) => {
        const { error, isPending, refetch } = results[index];
        return (
          <section key={policy} className={styles.list} aria-labelledby={`policy-${policy}`}>
            <h2 id={`policy-${policy}`}>{POLICIES[policy].name}</h2>
            <p className="muted small">{POLICIES[policy].description}</p>
            {isPending && <Loading label="films" rows={10} />}
            {isUntrained(error) ? (
              <p className="muted">
                Not trained yet. {can.train && <Link href="/train">Train {POLICIES[policy].name}</Link>}
              </p>
            ) : (
              error && <Problem error={error} retry={() => void refetch()} />
            )}
            <ol>
              {lists[index].map(({ rank, score, film }) => {
                const others = (counts.get(film.filmId) ?? 1) - 1;
                return (
                  <li
                    key={film.filmId}
                    data-shared={others > 0 || undefined}
                    data-hovered={film.filmId === hovered || undefined}
                    onPointerEnter={() => setHovered(film.filmId)}
                    onPointerLeave={() => setHovered(undefined)}
                  >
                    <span className="muted">{rank}</span>
                    <span>
                      <bdi>{film.title}</bdi>
                      {others > 0 && <span className={styles.others}> in {others + 1} lists</span>}
                    </span>
                    <span className="muted small">{formatScore(score)}</span>
                  </li>
                );
              })}
            </ol>
          </section>
        );
      })}
    </section>
  );
}

const isUntrained = (error: Error | null) => error instanceof ApiError && error.code === 'POLICY_UNTRAINED';
