import type { EvaluationResultsQuery, MeasuredFragment } from '../api/operations.generated';
import { Table } from '../frame/table';
import { POLICIES } from '../policies/policies';
import { Term } from '../glossary/term';
import type { TermName } from '../glossary/terms';
import { useSession } from '../session/use-session';
import { IntervalPlot } from './interval-plot';
import { Promote } from './promote';
import styles from './compare.module.css';

export type Result = NonNullable<EvaluationResultsQuery['evaluation']>['results'][number];
type Measure = 'ndcg' | 'recall' | 'hitRate' | 'coverage' | 'novelty';

/** The metrics in display order. */
const measures = (k: number): readonly { of: Measure; name: string; term: TermName; digits: number }[] => [
  { of: 'ndcg', name: `NDCG@${k}`, term: 'ndcg', digits: 3 },
  { of: 'recall', name: `Recall@${k}`, term: 'recall', digits: 3 },
  { of: 'hitRate', name: 'Hit rate', term: 'hitRate', digits: 3 },
  { of: 'coverage', name: 'Coverage', term: 'coverage', digits: 3 },
  { of: 'novelty', name: 'Novelty', term: 'novelty', digits: 2 },
];

/** The results of an evaluation, one row per policy, best first. */
export function ResultsTable({
  results,
  k,
  serving,
}: {
  results: readonly Result[];
  k: number;
  serving: string | undefined;
}) {
  const { can } = useSession();
  const columns = measures(k);
  const max = (of: Measure) =>
    Math.max(...results.map((result: Result) => (result[of] as MeasuredFragment).high));
  return (
    <Table
      label="Results by policy"
      className={styles.results}
      columns={[
        'Policy',
        ...columns.map(({ name, term }) => <Term name={term}>{name}</Term>),
        'Latency',
        'Training time',
        <span className="visually-hidden">Promote</span>,
      ]}
    >
      {results.map((result, index) => (
        <tr key={result.policy} data-best={index === 0 || undefined}>
          <th scope="row">{POLICIES[result.policy].name}</th>
          {columns.map(({ of, digits }) => (
            <td key={of}>
              <IntervalPlot interval={result[of]} max={max(of)} digits={digits} />
            </td>
          ))}
          <td>{duration(result.answerMilliseconds / 1_000)}</td>
          <td>{duration(result.trainSeconds)}</td>
          <td className={styles.act}>
            {result.policy === serving ? (
              <span className={styles.serving}>Active</span>
            ) : (
              can.train && <Promote policy={result.policy} />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function duration(seconds: number): string {
  if (seconds < 1) return `${Number((1_000 * seconds).toPrecision(2))} ms`;
  return seconds < 90 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;
}
