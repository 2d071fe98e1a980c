import { Table } from '../frame/table';
import { Term } from '../glossary/term';
import { POLICIES } from '../policies/policies';
import { IntervalPlot } from './interval-plot';
import { NewCustomers } from './new-customers';
import type { Result } from './results-table';
import styles from './compare.module.css';

/** NDCG by group of test cases: returning customers, up-to-date profiles, and new customers after their first rentals. */
export function Groups({ results, k }: { results: readonly Result[]; k: number }) {
  const groups = results[0]?.groups ?? [];
  if (groups.length < 2) return null;
  const max = Math.max(...results.flatMap((result) => result.groups.map(({ ndcg }) => ndcg.high)));
  const name = ({ group, profileLength }: (typeof groups)[number]) =>
    profileLength === null || profileLength === undefined
      ? group
      : `${group}, ${profileLength} ${profileLength === 1 ? 'rental' : 'rentals'}`;
  return (
    <section className={styles.detail} aria-labelledby="groups">
      <div className="heading">
        <h2 id="groups">Groups of customers</h2>
        <p className="muted small">
          <Term name="ndcg">NDCG@{k}</Term> · 95 % confidence intervals
        </p>
      </div>
      <NewCustomers results={results} />
      <Table
        label="NDCG by group"
        className={styles.results}
        columns={['Policy', ...groups.map((group) => `${name(group)} (${group.cases.toLocaleString('en')})`)]}
      >
        {results.map(({ policy, groups: measured }) => (
          <tr key={policy}>
            <th scope="row">{POLICIES[policy].name}</th>
            {measured.map((group) => (
              <td key={name(group)}>
                <IntervalPlot interval={group.ndcg} max={max} digits={3} />
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
