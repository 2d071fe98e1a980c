import { Table } from '../frame/table';
import { Term } from '../glossary/term';
import { POLICIES } from '../policies/policies';
import type { Result } from './results-table';
import styles from './compare.module.css';

/** Recall by how often a film was rented in the training part. Shows whether a policy also finds rare films. */
export function Popularity({ results, k }: { results: readonly Result[]; k: number }) {
  const bins = results[0]?.popularity ?? [];
  if (bins.length === 0) return null;
  const nameOf = (index: number) => {
    const { maxRentals } = bins[index];
    const above = bins[index - 1]?.maxRentals ?? -1;
    if (maxRentals === 0) return 'never rented';
    if (maxRentals === null || maxRentals === undefined) return `over ${above} rentals`;
    return `${above + 1} to ${maxRentals} rentals`;
  };
  return (
    <section className={styles.detail} aria-labelledby="popularity">
      <div className="heading">
        <h2 id="popularity">Popular and rare films</h2>
        <p className="muted small">
          <Term name="recall">Recall@{k}</Term> by rentals of the film before the split · test rentals in
          parentheses
        </p>
      </div>
      <Table
        label="Recall by popularity"
        className={styles.results}
        columns={[
          'Policy',
          ...bins.map(({ testRentals }, index) => `${nameOf(index)} (${testRentals.toLocaleString('en')})`),
        ]}
      >
        {results.map(({ policy, popularity }) => (
          <tr key={policy}>
            <th scope="row">{POLICIES[policy].name}</th>
            {popularity.map(({ maxRentals, recall }) => (
              <td key={maxRentals ?? 'last'}>{(100 * recall).toFixed(1)} %</td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
