import { useQueries } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { ask } from '../api/ask';
import { type PointFragment, RunCurveDocument, TrainingRunsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useAsk } from '../api/use-ask';
import { Loading } from '../frame/loading';
import { useColours } from '../frame/use-colours';
import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { type Course, CurveChart } from './curve-chart';
import { RunFacts } from './run-facts';
import { runName } from './run-name';
import { RunTable } from './run-table';
import { StartForm } from './start-form';
import { useRun } from './use-run';
import styles from './train.module.css';

const EVERY_MS = 5_000;
/** Lines that can be told apart, beside the run that is looked at. */
const MOST_OVERLAID = 4;
const USUAL_SMOOTHING = 0.6;

const CHARTS: readonly { title: string; of: keyof PointFragment; isSmoothed: boolean; digits: number }[] = [
  { title: 'Loss', of: 'loss', isSmoothed: true, digits: 4 },
  { title: 'Reward', of: 'reward', isSmoothed: true, digits: 3 },
  { title: 'ε, the chance of acting at random', of: 'epsilon', isSmoothed: false, digits: 3 },
  { title: 'NDCG@10 on what is held out', of: 'validation', isSmoothed: false, digits: 4 },
];

/** Starts training runs and watches them learn. */
export function Train() {
  useTitle('Train');
  const id = useId();
  const url = useUrlState();
  const colours = useColours();
  const runs = useAsk(TrainingRunsDocument, {}, { every: EVERY_MS });
  const listed = runs.data?.trainingRuns ?? [];
  const chosen = url.get('run') ?? listed[0]?.id;
  const { run, curve, error, isPending, refetch } = useRun(chosen);
  const overlaid = url
    .list('with')
    .filter((other) => other !== chosen)
    .slice(-MOST_OVERLAID);
  const others = useQueries({
    queries: overlaid.map((other) => ({
      queryKey: [RunCurveDocument.toString(), { run: other }],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(RunCurveDocument, { run: other }, signal),
    })),
    combine: (answers) => answers.map(({ data }) => data?.trainingRun).filter((other) => other != null),
  });
  const smoothing = readSmoothing(url.get('smooth'));

  const palette = [colours.accent, colours.second, colours.third, colours.shared, colours.muted];
  const shown = useMemo(() => [...(run ? [{ ...run, curve }] : []), ...others], [run, curve, others]);
  const colourOf = new Map([chosen, ...overlaid].map((name, at) => [name ?? '', palette[at]]));

  if (runs.error && !runs.data) return <Problem error={runs.error} retry={() => void runs.refetch()} />;
  return (
    <div className={styles.view}>
      <div className={styles.title}>
        <div>
          <h1>Train</h1>
          <p className="muted">
            One run at a time, in a thread of the service; what it learns is kept in the graph.
          </p>
        </div>
      </div>
      <StartForm
        runs={listed}
        isBusy={listed.some(({ status }) => status === 'RUNNING')}
        onStarted={(started) => url.set({ run: started })}
      />
      {runs.isPending ? (
        <Loading what="the runs" />
      ) : chosen === undefined ? (
        <div className="blank">
          <h2>Nothing has been trained yet</h2>
          <p>Start a run above: its loss and reward are drawn here as it learns.</p>
        </div>
      ) : error && !run ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : !run ? (
        isPending ? (
          <Loading what="the run" />
        ) : (
          <p className="blank">There is no run with the id {chosen}. Choose one below.</p>
        )
      ) : (
        <>
          {(error ?? runs.error) && (
            <p className="muted" role="status">
              The service does not answer at the moment. The curves go on once it does.
            </p>
          )}
          <RunFacts
            run={run}
            meanReward={curve.at(-1)?.meanReward}
            onChanged={() => {
              void refetch();
              void runs.refetch();
            }}
          />
          <div className={styles.smoothing}>
            <label htmlFor={`${id}smooth`}>Smoothing of loss and reward</label>
            <input
              id={`${id}smooth`}
              type="range"
              min="0"
              max="0.99"
              step="0.01"
              value={smoothing}
              onChange={({ target }) => url.set({ smooth: target.value })}
            />
            <output htmlFor={`${id}smooth`}>{smoothing.toFixed(2)}</output>
          </div>
          <div className={styles.charts}>
            {CHARTS.map(({ title, of, isSmoothed, digits }) => (
              <RunChart
                key={of}
                title={title}
                of={of}
                shown={shown}
                colourOf={colourOf}
                smoothing={isSmoothed ? smoothing : 0}
                digits={digits}
              />
            ))}
          </div>
        </>
      )}
      {listed.length > 0 && (
        <section aria-label="All runs">
          <h2>Runs</h2>
          <RunTable
            runs={listed}
            chosen={chosen}
            overlaid={overlaid}
            colourOf={colourOf}
            onChoose={(other) => url.set({ run: other })}
            onOverlay={(names) => url.set({ with: names })}
          />
        </section>
      )}
    </div>
  );
}

type Shown = Parameters<typeof runName>[0] & { id: string; curve: readonly PointFragment[] };

function RunChart({
  title,
  of,
  shown,
  colourOf,
  smoothing,
  digits,
}: {
  title: string;
  of: keyof PointFragment;
  shown: readonly Shown[];
  colourOf: ReadonlyMap<string, string>;
  smoothing: number;
  digits: number;
}) {
  const courses: Course[] = shown.map((run) => {
    // Some are measured now and then only.
    const points = of === 'validation' ? run.curve.filter((point) => point[of] !== null) : run.curve;
    return {
      name: runName(run),
      colour: colourOf.get(run.id) ?? '',
      steps: points.map(({ step }) => step),
      values: points.map((point) => point[of] ?? null),
    };
  });
  // TUTORIAL measures nothing on what is held out.
  if (of === 'validation' && courses.every(({ values }) => values.length === 0)) return null;
  if (courses.every(({ values }) => values.length === 0)) {
    return (
      <figure className={styles.chart}>
        <figcaption>
          <h3>{title}</h3>
        </figcaption>
        <p className="muted">Nothing was learned yet.</p>
      </figure>
    );
  }
  return <CurveChart title={title} courses={courses} smoothing={smoothing} digits={digits} />;
}

function readSmoothing(text: string | undefined): number {
  const value = Number(text ?? USUAL_SMOOTHING);
  return value >= 0 && value <= 0.99 ? value : USUAL_SMOOTHING;
}
