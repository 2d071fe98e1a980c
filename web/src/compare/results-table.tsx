import type { EvaluationResultsQuery, MeasuredFragment } from '../api/operations.generated';
import { POLICIES } from '../policies/policies';
import { IntervalPlot } from './interval-plot';
import { Promote } from './promote';
import styles from './compare.module.css';

type Evaluation = NonNullable<EvaluationResultsQuery['evaluation']>;
type Result = Evaluation['results'][number];
type Measure = 'ndcg' | 'recall' | 'hitRate' | 'coverage' | 'novelty';

/** The measures, the one that counts most first, and what each says. */
const measures = (k: number): readonly { of: Measure; name: string; what: string; digits: number }[] => [
  { of: 'ndcg', name: `NDCG@${k}`, what: 'Rentals found, the higher in the list the better', digits: 3 },
  { of: 'recall', name: `Recall@${k}`, what: 'Share of the rentals that the list has', digits: 3 },
  { of: 'hitRate', name: 'Hit rate', what: 'Share of customers whose list has any rental', digits: 3 },
  { of: 'coverage', name: 'Coverage', what: 'Share of all films that are recommended to anybody', digits: 3 },
  { of: 'novelty', name: 'Novelty', what: 'How little known the films are, in bits', digits: 2 },
];

/** What an evaluation measured, a row a policy, the best by NDCG first. */
export function ResultsTable({
  evaluation,
  serving,
}: {
  evaluation: Evaluation;
  serving: string | undefined;
}) {
  const results = [...evaluation.results].sort((a, b) => b.ndcg.mean - a.ndcg.mean);
  const columns = measures(evaluation.k);
  const most = (of: Measure) =>
    Math.max(...results.map((result: Result) => (result[of] as MeasuredFragment).high));
  return (
    <div className={styles.scroll} role="region" aria-label="Results, a row a policy" tabIndex={0}>
      <table className={styles.results}>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            {columns.map(({ name, what }) => (
              <th key={name} scope="col" title={what}>
                {name}
              </th>
            ))}
            <th scope="col">Answers in</th>
            <th scope="col">Learned in</th>
            <th scope="col">
              <span className="unseen">Promote</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map((result, place) => (
            <tr key={result.policy} data-best={place === 0 || undefined}>
              <th scope="row">{POLICIES[result.policy].name}</th>
              {columns.map(({ of, digits }) => (
                <td key={of}>
                  <IntervalPlot interval={result[of]} most={most(of)} digits={digits} />
                </td>
              ))}
              <td>{duration(result.answerMilliseconds / 1_000)}</td>
              <td>{duration(result.trainSeconds)}</td>
              <td className={styles.act}>
                {result.policy === serving ? (
                  <span className={styles.serving}>answers now</span>
                ) : (
                  <Promote policy={result.policy} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function duration(seconds: number): string {
  if (seconds < 1) return `${Number((1_000 * seconds).toPrecision(2))} ms`;
  return seconds < 90 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;
}
