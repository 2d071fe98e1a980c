import type { EvaluationResultsQuery } from '../api/operations.generated';
import { Table } from '../frame/table';
import { POLICIES } from '../policies/policies';
import { Term } from '../glossary/term';
import { IntervalPlot } from './interval-plot';
import styles from './compare.module.css';

type Estimate = NonNullable<EvaluationResultsQuery['evaluation']>['offPolicy'][number];

/** Off-policy estimates of the reward of each policy, from impressions with exploration. */
export function OffPolicy({ estimates }: { estimates: readonly Estimate[] }) {
  if (estimates.length === 0) return null;
  const max = (of: 'snips' | 'doublyRobust') => Math.max(...estimates.map((estimate) => estimate[of].high));
  return (
    <section className={styles.section} aria-labelledby="off-policy">
      <div className="heading">
        <h2 id="off-policy">Off-policy estimates</h2>
        <p className="muted small">Rentals per film shown · 95 % confidence intervals</p>
      </div>
      <Table
        label="Off-policy estimates"
        className={styles.results}
        columns={[
          'Policy',
          <Term name="doublyRobust">Doubly robust</Term>,
          <Term name="snips">SNIPS</Term>,
          <Term name="effectiveSampleSize">Effective sample size</Term>,
          <Term name="impression">Impressions</Term>,
        ]}
      >
        {estimates.map(({ policy, snips, doublyRobust, effectiveSampleSize, lists }) => (
          <tr key={policy}>
            <th scope="row">{POLICIES[policy].name}</th>
            <td>
              <IntervalPlot interval={doublyRobust} max={max('doublyRobust')} digits={3} />
            </td>
            <td>
              <IntervalPlot interval={snips} max={max('snips')} digits={3} />
            </td>
            <td>{effectiveSampleSize.toFixed(0)}</td>
            <td>{lists.toLocaleString('en')}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
