import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { RecommendTitlesDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { Loading } from '../frame/loading';
import { POLICIES, POLICY_NAMES } from '../policies/policies';
import { formatScore } from './recommended-list';
import { toWhere, type Wishes } from './wishes';
import styles from './side-by-side.module.css';

const FIRST = 10;

/** What each policy recommends to one customer; films that several choose are marked. */
export function SideBySide({ customer, wishes }: { customer: string; wishes: Wishes }) {
  const [pointed, setPointed] = useState<string>();
  const { imagine } = wishes;
  const where = toWhere(wishes);
  const answers = useQueries({
    queries: POLICY_NAMES.map((policy) => {
      const variables = { customer, first: FIRST, policy, where, imagine };
      return {
        queryKey: ['side by side', variables],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(RecommendTitlesDocument, variables, signal),
      };
    }),
  });
  const lists = answers.map(({ data }) => data?.recommendations?.items ?? []);
  const choices = new Map<string, number>();
  for (const { film } of lists.flat()) choices.set(film.filmId, (choices.get(film.filmId) ?? 0) + 1);
  return (
    <section className={styles.lists} aria-label="Policies side by side">
      {POLICY_NAMES.map((policy, at) => {
        const { error, isPending, refetch } = answers[at];
        return (
          <section key={policy} className={styles.list} aria-labelledby={`policy-${policy}`}>
            <h2 id={`policy-${policy}`}>{POLICIES[policy].name}</h2>
            <p className="muted small">{POLICIES[policy].what}</p>
            {isPending && <Loading what="its films" />}
            {error && <Problem error={error} retry={() => void refetch()} />}
            <ol>
              {lists[at].map(({ rank, score, film }) => {
                const others = (choices.get(film.filmId) ?? 1) - 1;
                return (
                  <li
                    key={film.filmId}
                    data-shared={others > 0 || undefined}
                    data-pointed={film.filmId === pointed || undefined}
                    onPointerEnter={() => setPointed(film.filmId)}
                    onPointerLeave={() => setPointed(undefined)}
                  >
                    <span className="muted">{rank}</span>
                    <span>
                      {film.title}
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
