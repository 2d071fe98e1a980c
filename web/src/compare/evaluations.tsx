import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import {
  EvaluationResultsDocument,
  EvaluationsDocument,
  ServingPolicyDocument,
} from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { dateTime } from '../frame/date-time';
import { Loading } from '../frame/loading';
import type { UrlState } from '../url/use-url-state';
import { EvaluateForm } from './evaluate-form';
import { OffPolicy } from './off-policy';
import { ResultsTable } from './results-table';
import styles from './compare.module.css';

const EVERY_MS = 2_000;

/** How good the policies are on what customers rented last, and a way to measure it anew. */
export function Evaluations({ url }: { url: UrlState }) {
  const id = useId();
  const queries = useQueryClient();
  const listed = useAsk(EvaluationsDocument, {});
  const evaluations = listed.data?.evaluations ?? [];
  const running = evaluations.find(({ status }) => status === 'RUNNING');
  const chosen = url.get('evaluation') ?? evaluations[0]?.id;
  const isRunning = chosen !== undefined && chosen === running?.id;
  const { data, error, isPending, refetch } = useAsk(
    EvaluationResultsDocument,
    { evaluation: chosen ?? '' },
    { enabled: chosen !== undefined, keep: true, every: isRunning && EVERY_MS },
  );
  const evaluation = data?.evaluation;
  const serving = useAsk(ServingPolicyDocument, {}).data?.agent.policy;

  // What the chosen one says of itself is newer than the list.
  const hasEnded = isRunning && evaluation?.id === chosen && evaluation?.status !== 'RUNNING';
  useEffect(() => {
    if (hasEnded) void queries.invalidateQueries({ queryKey: [EvaluationsDocument.toString()] });
  }, [hasEnded, queries]);

  return (
    <section className={styles.section} aria-labelledby="evaluations">
      <div className="heading">
        <h2 id="evaluations">Evaluation</h2>
        {evaluations.length > 0 && (
          <div className={styles.choose}>
            <label htmlFor={`${id}evaluation`}>Measured</label>
            <select
              id={`${id}evaluation`}
              value={chosen}
              onChange={({ target }) => url.set({ evaluation: target.value })}
            >
              {evaluations.map(({ id: name, startedAt, k }) => (
                <option key={name} value={name}>
                  {dateTime(startedAt)}, {k} films a list
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <EvaluateForm
        isBusy={running !== undefined}
        onStarted={(started) => url.set({ evaluation: started })}
      />
      {listed.error ? (
        <Problem error={listed.error} retry={() => void listed.refetch()} />
      ) : listed.isPending ? (
        <Loading what="the evaluations" />
      ) : chosen === undefined ? (
        <p className="blank">
          Nothing was measured yet. Evaluate all policies: each learns from the earlier rentals of every
          customer and is asked for the later ones.
        </p>
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : !evaluation ? (
        isPending ? (
          <Loading what="the results" />
        ) : (
          <p className="blank">There is no evaluation with the id {chosen}.</p>
        )
      ) : (
        <>
          <p className={`muted small ${styles.measured}`} role="status">
            {evaluation.status === 'RUNNING'
              ? 'Measuring: each policy learns anew, which takes a while. '
              : evaluation.status === 'FAILED'
                ? `It failed: ${evaluation.error ?? 'nobody knows why'}. `
                : ''}
            {evaluation.customers.toLocaleString('en')} customers, learned from{' '}
            {evaluation.trainRentals.toLocaleString('en')} rentals and measured on{' '}
            {evaluation.testRentals.toLocaleString('en')} later ones; 95 % intervals over customers;{' '}
            {evaluation.engine}, seed {evaluation.seed}
          </p>
          {evaluation.results.length > 0 && <ResultsTable evaluation={evaluation} serving={serving} />}
          <OffPolicy estimates={evaluation.offPolicy} />
        </>
      )}
    </section>
  );
}
