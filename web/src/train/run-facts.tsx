import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { execute } from '../api/execute';
import { CancelTrainingDocument, type PointFragment, type RunFragment } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { Term } from '../glossary/term';
import { useSession } from '../session/use-session';
import { formatDuration } from '../status/duration';
import { expectedEnd } from './expected-end';
import { runName, STATUS, wallTime } from './run-name';
import styles from './train.module.css';

/** The status and metrics of a run, and a button to cancel it. */
export function RunFacts({
  run,
  curve,
  score,
  onChanged,
}: {
  run: RunFragment;
  curve: readonly PointFragment[];
  /** The validation score, formatted. */
  score: string | undefined;
  onChanged: () => void;
}) {
  const { can } = useSession();
  const cancelling = useMutation({
    mutationFn: () => execute(CancelTrainingDocument, { run: run.id }),
    onSettled: onChanged,
  });
  const isRunning = run.status === 'RUNNING';
  const end = expectedEnd(run, curve);
  return (
    <section className={styles.facts} aria-label="Run details">
      <div className={styles.standing}>
        <h2>{runName(run)}</h2>
        <span className={styles.status} data-status={run.status} role="status">
          {STATUS[run.status]}
        </span>
        {isRunning && can.train && (
          <button
            type="button"
            className="secondary"
            aria-disabled={cancelling.isPending}
            onClick={() => cancelling.isPending || cancelling.mutate()}
          >
            {cancelling.isPending ? 'Cancelling…' : 'Cancel'}
          </button>
        )}
        {run.version && !isRunning && (
          <Link href="/compare">{can.train ? 'Compare and promote' : 'Compare'}</Link>
        )}
      </div>
      {isRunning && (
        <progress
          max={end - run.firstStep}
          value={Math.min(run.step, end) - run.firstStep}
          aria-label="Training progress"
        >
          {run.step} of {end}
        </progress>
      )}
      {run.error && <p className={styles.failure}>{run.error}</p>}
      {cancelling.error && <Problem error={cancelling.error} />}
      <dl>
        <Fact name="Steps" value={`${integer(run.step)} of max ${integer(run.firstStep + run.steps)}`} />
        {isRunning && <Fact name="Expected end" value={describeEnd(run, end)} />}
        <Fact name="Wall time" value={wallTime(run)} />
        <Fact name="Steps per second" value={run.stepsPerSecond?.toFixed(1)} />
        <Fact name={<Term name="meanReward">Mean reward</Term>} value={curve.at(-1)?.meanReward.toFixed(3)} />
        <Fact name={<Term name="epsilon">ε</Term>} value={run.epsilon.toFixed(3)} />
        <Fact name={<Term name="ndcgValidation">NDCG@10 (validation)</Term>} value={score} />
        <Fact name="Engine" value={`${run.engine} ${run.engineVersion}`} />
        <Fact name="Seed" value={String(run.seed)} />
        <Fact name="Version" value={run.version ?? undefined} />
      </dl>
    </section>
  );
}

const Fact = ({ name, value }: { name: ReactNode; value: string | undefined }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value ?? '–'}</dd>
  </div>
);

const integer = (value: number) => Math.round(value).toLocaleString('en');

function describeEnd({ step, firstStep, steps, stepsPerSecond }: RunFragment, end: number): string {
  if (end <= step) return 'soon';
  const time = stepsPerSecond ? ` in ${formatDuration((1_000 * (end - step)) / stepsPerSecond)}` : '';
  const condition = end < firstStep + steps ? ', unless the validation score improves' : ', or earlier';
  return `step ${integer(end)}${time}${condition}`;
}
