import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { execute } from '../api/execute';
import { CancelTrainingDocument, type RunFragment } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { runName, STATUS } from './run-name';
import styles from './train.module.css';

/** The status and metrics of a run, and a button to cancel it. */
export function RunFacts({
  run,
  meanReward,
  onChanged,
}: {
  run: RunFragment;
  meanReward: number | undefined;
  onChanged: () => void;
}) {
  const cancelling = useMutation({
    mutationFn: () => execute(CancelTrainingDocument, { run: run.id }),
    onSettled: onChanged,
  });
  const isRunning = run.status === 'RUNNING';
  return (
    <section className={styles.facts} aria-label="Run details">
      <div className={styles.standing}>
        <h2>{runName(run)}</h2>
        <span className={styles.status} data-status={run.status} role="status">
          {STATUS[run.status]}
        </span>
        {isRunning && (
          <button
            type="button"
            className="secondary"
            aria-disabled={cancelling.isPending}
            onClick={() => cancelling.isPending || cancelling.mutate()}
          >
            {cancelling.isPending ? 'Cancelling…' : 'Cancel'}
          </button>
        )}
        {run.version && !isRunning && <Link href="/compare">Compare and promote</Link>}
      </div>
      {isRunning && (
        <progress max={run.steps} value={run.step} aria-label="Training progress">
          {run.step} of {run.steps}
        </progress>
      )}
      {run.error && <p className={styles.failure}>{run.error}</p>}
      {cancelling.error && <Problem error={cancelling.error} />}
      <dl>
        <Fact name="Steps" value={`${formatInteger(run.step)} of ${formatInteger(run.steps)}`} />
        <Fact name="Steps per second" value={run.stepsPerSecond?.toFixed(1)} />
        {isRunning && <Fact name="Time left (max)" value={timeLeft(run)} />}
        <Fact name="Mean reward" value={meanReward?.toFixed(3)} />
        <Fact name="ε" value={run.epsilon.toFixed(3)} />
        <Fact name="Best NDCG@10 (validation)" value={run.validation?.toFixed(4)} />
        <Fact name="Engine" value={`${run.engine} ${run.engineVersion}`} />
        <Fact name="Seed" value={String(run.seed)} />
        <Fact name="Version" value={run.version ?? undefined} />
      </dl>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string | undefined }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value ?? '–'}</dd>
  </div>
);

const formatInteger = (value: number) => value.toLocaleString('en');

function timeLeft({ step, steps, stepsPerSecond }: RunFragment): string | undefined {
  if (!stepsPerSecond) return undefined;
  const seconds = Math.round((steps - step) / stepsPerSecond);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
