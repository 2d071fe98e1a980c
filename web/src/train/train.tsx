import { useQueries } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { execute } from '../api/execute';
import { type PointFragment, RunCurveDocument, TrainingRunsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { Loading } from '../frame/loading';
import { useColours } from '../frame/use-colours';
import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { type Curve, CurveChart } from './curve-chart';
import { RunFacts } from './run-facts';
import { runName } from './run-name';
import { RunTable } from './run-table';
import { StartForm } from './start-form';
import { useRun } from './use-run';
import styles from './train.module.css';

const POLL_MS = 5_000;
/** Maximum number of runs overlays on the selected run. */
const MAX_OVERLAYS = 4;
const DEFAULT_SMOOTHING = 0.6;

const CHARTS: readonly { title: string; of: keyof PointFragment; isSmoothed: boolean; digits: number }[] = [
  { title: 'Loss', of: 'loss', isSmoothed: true, digits: 4 },
  { title: 'Reward', of: 'reward', isSmoothed: true, digits: 3 },
  { title: 'ε (exploration rate)', of: 'epsilon', isSmoothed: false, digits: 3 },
  { title: 'NDCG@10 (validation)', of: 'validation', isSmoothed: false, digits: 4 },
];

/** Starts training runs and shows their curves. */
export function Train() {
  useTitle('Train');
  const id = useId();
  const url = useUrlState();
  const colours = useColours();
  const runs = useApiQuery(TrainingRunsDocument, {}, { pollMs: POLL_MS });
  const listed = runs.data?.trainingRuns ?? [];
  const chosen = url.get('run') ?? listed[0]?.id;
  const { run, curve, error, isPending, refetch } = useRun(chosen);
  const overlays = url
    .list('with')
    .filter((other) => other !== chosen)
    .slice(-MAX_OVERLAYS);
  const others = useQueries({
    queries: overlays.map((other) => ({
      queryKey: [RunCurveDocument.toString(), { run: other }],
      queryFn: ({ signal }: { signal: AbortSignal }) => execute(RunCurveDocument, { run: other }, { signal }),
    })),
    combine: (results) => results.map(({ data }) => data?.trainingRun).filter((other) => other != null),
  });
  const smoothing = readSmoothing(url.get('smooth'));

  const palette = [colours.accent, colours.second, colours.third, colours.shared, colours.muted];
  const shown = useMemo(() => [...(run ? [{ ...run, curve }] : []), ...others], [run, curve, others]);
  const colourOf = new Map([chosen, ...overlays].map((name, index) => [name ?? '', palette[index]]));

  if (runs.error && !runs.data) return <Problem error={runs.error} retry={() => void runs.refetch()} />;
  return (
    <div className={styles.view}>
      <div className={styles.title}>
        <div>
          <h1>Train</h1>
          <p className="muted">
            One run at a time, in a worker thread of the server. Versions are saved to the graph.
          </p>
        </div>
      </div>
      <StartForm
        runs={listed}
        isBusy={listed.some(({ status }) => status === 'RUNNING')}
        onStarted={(started) => url.set({ run: started })}
      />
      {runs.isPending ? (
        <Loading label="runs" />
      ) : chosen === undefined ? (
        <div className="empty-state">
          <h2>No training runs yet</h2>
          <p>Start a run above to see its loss and reward here.</p>
        </div>
      ) : error && !run ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : !run ? (
        isPending ? (
          <Loading label="run" />
        ) : (
          <p className="empty-state">No run has the id {chosen}. Select one below.</p>
        )
      ) : (
        <>
          {(error ?? runs.error) && (
            <p className="muted" role="status">
              The server is unreachable. The charts will update once it responds.
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
            <label htmlFor={`${id}smooth`}>Smoothing (loss and reward)</label>
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
            overlays={overlays}
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
  const curves: Curve[] = shown.map((run) => {
    // The validation score is measured at intervals only.
    const points = of === 'validation' ? run.curve.filter((point) => point[of] !== null) : run.curve;
    return {
      name: runName(run),
      colour: colourOf.get(run.id) ?? '',
      steps: points.map(({ step }) => step),
      values: points.map((point) => point[of] ?? null),
    };
  });
  // The tutorial policy has no validation score.
  if (of === 'validation' && curves.every(({ values }) => values.length === 0)) return null;
  if (curves.every(({ values }) => values.length === 0)) {
    return (
      <figure className={styles.chart}>
        <figcaption>
          <h3>{title}</h3>
        </figcaption>
        <p className="muted">No data yet.</p>
      </figure>
    );
  }
  return <CurveChart title={title} curves={curves} smoothing={smoothing} digits={digits} />;
}

function readSmoothing(text: string | undefined): number {
  const value = Number(text ?? DEFAULT_SMOOTHING);
  return value >= 0 && value <= 0.99 ? value : DEFAULT_SMOOTHING;
}
