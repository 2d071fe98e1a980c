import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import {
  EvaluationResultsDocument,
  EvaluationsDocument,
  ServingPolicyDocument,
} from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { dateTime } from '../frame/date-time';
import { Loading } from '../frame/loading';
import { POLICIES } from '../policies/policies';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import type { UrlState } from '../url/use-url-state';
import { Differences } from './differences';
import { EvaluateForm } from './evaluate-form';
import { Groups } from './groups';
import { OffPolicy } from './off-policy';
import { Popularity } from './popularity';
import { ResultsTable } from './results-table';
import { describeSplit } from './splits';
import styles from './compare.module.css';

const POLL_MS = 2_000;

/** Evaluation results, and the form that starts an evaluation. */
export function Evaluations({ url }: { url: UrlState }) {
  const id = useId();
  const { can } = useSession();
  const queries = useQueryClient();
  const listed = useApiQuery(EvaluationsDocument, {});
  const evaluations = listed.data?.evaluations ?? [];
  const running = evaluations.find(({ status }) => status === 'RUNNING');
  const chosen = url.get('evaluation') ?? evaluations[0]?.id;
  const isRunning = chosen !== undefined && chosen === running?.id;
  const results = useApiQuery(
    EvaluationResultsDocument,
    { evaluation: chosen ?? '' },
    { enabled: chosen !== undefined, keepPrevious: true, pollMs: isRunning && POLL_MS },
  );
  const { data, error, isPending } = results;
  const evaluation = data?.evaluation;
  const ranked = [...(evaluation?.results ?? [])].sort((a, b) => b.ndcg.mean - a.ndcg.mean);
  const serving = useApiQuery(ServingPolicyDocument, {}).data?.agent.policy;

  // The selected evaluation is polled, so it is newer than the list.
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
            <label htmlFor={`${id}evaluation`}>Evaluation</label>
            <select
              id={`${id}evaluation`}
              value={chosen}
              onChange={({ target }) => url.set({ evaluation: target.value })}
            >
              {evaluations.map(({ id: name, startedAt, k }) => (
                <option key={name} value={name}>
                  {dateTime(startedAt)}, k = {k}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {can.train && (
        <EvaluateForm
          isBusy={running !== undefined}
          onStarted={(started) => url.set({ evaluation: started })}
        />
      )}
      <StaleNote query={listed} />
      {listed.error && !listed.data ? (
        <Problem error={listed.error} retry={() => void listed.refetch()} />
      ) : listed.isPending ? (
        <Loading label="evaluations" rows={6} />
      ) : chosen === undefined ? (
        <p className="empty-state">
          No evaluations yet. An evaluation trains each policy on the earlier rentals of every customer and
          tests it on the later ones.
        </p>
      ) : error && !evaluation ? (
        <Problem error={error} retry={() => void results.refetch()} />
      ) : !evaluation ? (
        isPending ? (
          <Loading label="results" rows={6} />
        ) : (
          <p className="empty-state">No evaluation has the id {chosen}.</p>
        )
      ) : (
        <>
          <StaleNote query={results} />
          <p className={`muted small ${styles.measured}`} role="status">
            {evaluation.status === 'RUNNING'
              ? 'In progress: each policy is trained from scratch. '
              : evaluation.status === 'FAILED'
                ? `Failed: ${evaluation.error ?? 'unknown error'}. `
                : ''}
            {describeSplit(evaluation)} · {evaluation.customers.toLocaleString('en')} test cases ·{' '}
            {evaluation.trainRentals.toLocaleString('en')} training rentals ·{' '}
            {evaluation.testRentals.toLocaleString('en')} test rentals · 95 % confidence intervals ·{' '}
            {evaluation.engine} · seed {evaluation.seed}
          </p>
          {ranked.length > 0 && <ResultsTable results={ranked} k={evaluation.k} serving={serving} />}
          {evaluation.skipped.map(({ policy, reason }) => (
            <p key={policy} className="muted small">
              {POLICIES[policy].name} was skipped: {reason}
            </p>
          ))}
          <Differences results={ranked} />
          <Groups results={ranked} k={evaluation.k} />
          <Popularity results={ranked} k={evaluation.k} />
          <OffPolicy estimates={evaluation.offPolicy} />
        </>
      )}
    </section>
  );
}
