import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { execute } from '../api/execute';
import { RunCurveDocument, TrainingRunsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { Loading } from '../frame/loading';
import { useColors } from '../frame/use-colors';
import { useTitle } from '../frame/use-title';
import { RoleNote } from '../session/role-note';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import { useUrlState } from '../url/use-url-state';
import { CurveCharts } from './curve-charts';
import { RunFacts } from './run-facts';
import { RunSettings } from './run-settings';
import { RunTable } from './run-table';
import { StartForm } from './start-form';
import { useRun } from './use-run';
import { useVersionScores } from './use-version-scores';
import styles from './train.module.css';

const POLL_MS = 5_000;
/** Maximum number of runs overlaid on the selected run. */
const MAX_OVERLAYS = 4;

/** Starts training runs and shows their curves. */
export function Train() {
  useTitle('Train');
  const url = useUrlState();
  const { can } = useSession();
  const colors = useColors();
  const runs = useApiQuery(TrainingRunsDocument, {}, { pollMs: POLL_MS });
  const listed = runs.data?.trainingRuns ?? [];
  const chosen = url.get('run') ?? listed[0]?.id;
  const { run, curve, query, isLive } = useRun(chosen);
  const scoreOf = useVersionScores();
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
  const palette = [colors.accent, colors.second, colors.third, colors.shared, colors.muted];
  const shown = useMemo(() => [...(run ? [{ ...run, curve }] : []), ...others], [run, curve, others]);
  const colorOf = new Map([chosen, ...overlays].map((name, i) => [name ?? '', palette[i]]));

  if (runs.error && !runs.data) return <Problem error={runs.error} retry={() => void runs.refetch()} />;
  return (
    <div className={styles.view}>
      <div>
        <h1>Train</h1>
        <p className="muted">
          One run at a time, in a worker thread of the server. Versions are saved to the graph.
        </p>
      </div>
      {can.train ? (
        <StartForm
          runs={listed}
          isBusy={listed.some(({ status }) => status === 'RUNNING')}
          onStarted={(started) => url.set({ run: started })}
        />
      ) : (
        <RoleNote restriction="You can follow training runs. Starting and cancelling them requires the role trainer or admin." />
      )}
      <StaleNote query={runs} />
      {runs.isPending ? (
        <Loading label="runs" rows={8} />
      ) : chosen === undefined ? (
        <div className="empty-state">
          <h2>No training runs yet</h2>
          <p>Start a run to see its loss and reward here.</p>
        </div>
      ) : !run ? (
        query.error ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : query.isPending || query.isPlaceholderData ? (
          <Loading label="run" rows={8} />
        ) : (
          <p className="empty-state">No run has the id {chosen}. Select one below.</p>
        )
      ) : (
        <>
          <StaleNote query={query} />
          {run.status === 'RUNNING' && !isLive && (
            <p className="muted small" role="status">
              Live updates are not connected. The charts refresh every 10 seconds.
            </p>
          )}
          <RunFacts
            run={run}
            curve={curve}
            score={scoreOf(run)}
            onChanged={() => {
              void query.refetch();
              void runs.refetch();
            }}
          />
          <CurveCharts runs={shown} colorOf={colorOf} url={url} />
          <RunSettings runs={shown} colorOf={colorOf} />
        </>
      )}
      {listed.length > 0 && (
        <section aria-label="All runs">
          <h2>Runs</h2>
          <RunTable
            runs={listed}
            chosen={chosen}
            overlays={overlays}
            colorOf={colorOf}
            scoreOf={scoreOf}
            onChoose={(other) => url.set({ run: other })}
            onOverlay={(names) => url.set({ with: names })}
          />
        </section>
      )}
    </div>
  );
}
