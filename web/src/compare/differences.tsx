import type { MeasuredFragment } from '../api/operations.generated';
import { Table } from '../frame/table';
import { POLICIES } from '../policies/policies';
import type { Result } from './results-table';
import { signed } from './signed';
import styles from './compare.module.css';

/** The difference between the best policy and each other policy on the same test cases. */
export function Differences({ results }: { results: readonly Result[] }) {
  const [best, ...others] = results;
  const rows = others.flatMap((other) => {
    const ahead = differenceOf(best, other);
    return ahead ? [{ policy: other.policy, ...ahead }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className={styles.detail} aria-labelledby="differences">
      <div className="heading">
        <h2 id="differences">{POLICIES[best.policy].name} against the others</h2>
        <p className="muted small">Difference in NDCG on the same test cases · 95 % confidence intervals</p>
      </div>
      <Table
        label="Differences in NDCG"
        className={styles.results}
        columns={['Policy', 'Difference', 'Interval', 'Result']}
      >
        {rows.map(({ policy, mean, low, high }) => (
          <tr key={policy}>
            <th scope="row">{POLICIES[policy].name}</th>
            <td>{signed(mean, 3)}</td>
            <td>
              {signed(low, 3)} to {signed(high, 3)}
            </td>
            <td>{low > 0 ? 'better' : 'not shown to be better'}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Returns the NDCG of `a` minus that of `b`; each pair is measured once, in one of both directions. */
function differenceOf(a: Result, b: Result): MeasuredFragment | undefined {
  const forward = a.differences.find(({ policy }) => policy === b.policy)?.ndcg;
  if (forward) return forward;
  const backward = b.differences.find(({ policy }) => policy === a.policy)?.ndcg;
  return backward && { mean: -backward.mean, low: -backward.high, high: -backward.low };
}
