import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { subscriptionClient } from '../api/subscription-client';
import {
  type PointFragment,
  RunCurveDocument,
  TrainingProgressDocument,
  type TrainingProgressSubscription,
  TrainingRunsDocument,
} from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { useToken } from '../session/token';
import { mergeCurve } from './merge-curve';

type Progress = TrainingProgressSubscription['trainingProgress'];

/** Interval between refetches of the stored curve, which replaces the finer live points. */
const REFETCH_MS = 10_000;
/** Maximum number of live points; more than arrive between two refetches. */
const MAX_LIVE = 1_000;

/** Returns a run with its curve, updated live while the run is in progress. */
export function useRun(run: string | undefined) {
  const queries = useQueryClient();
  const read = useApiQuery(
    RunCurveDocument,
    { run: run ?? '' },
    { enabled: run !== undefined, keepPrevious: true },
  );
  const { refetch } = read;
  const known = read.data?.trainingRun?.id === run ? read.data?.trainingRun : undefined;
  const [live, setLive] = useState<{ run: string | undefined; points: Progress[] }>({ run, points: [] });
  const livePoints = live.run === run ? live.points : NONE;
  const isRunning = known?.status === 'RUNNING';
  const token = useToken();
  const [isLive, setIsLive] = useState(false);

  useEffect(() => {
    if (!run || !isRunning) return;
    const client = subscriptionClient();
    // After a reconnect, the stored curve fills the gap.
    const offClosed = client.on('closed', () => setIsLive(false));
    const offConnected = client.on('connected', (_socket, _payload, wasRetry) => {
      if (wasRetry) void refetch();
    });
    const stop = client.subscribe<TrainingProgressSubscription>(
      { query: TrainingProgressDocument.toString(), variables: { run } },
      {
        next: ({ data }) => {
          const progress = data?.trainingProgress;
          if (!progress) return;
          setIsLive(true);
          setLive((before) => ({
            run,
            points: [...(before.run === run ? before.points : []), progress].slice(-MAX_LIVE),
          }));
          if (progress.status !== 'RUNNING') void refetch();
        },
        error: () => void refetch(),
        complete: () => {
          void refetch();
          void queries.invalidateQueries({ queryKey: [TrainingRunsDocument.toString()] });
        },
      },
    );
    const timer = setInterval(() => void refetch(), REFETCH_MS);
    return () => {
      clearInterval(timer);
      offConnected();
      offClosed();
      setIsLive(false);
      stop();
    };
  }, [run, isRunning, refetch, queries, token]);

  const curve = useMemo(() => mergeCurve(known?.curve ?? NONE, livePoints.map(toPoint)), [known, livePoints]);
  const latest = livePoints.at(-1);
  return {
    run:
      known && latest && isRunning && latest.step >= known.step ? { ...known, ...progressOf(latest) } : known,
    curve,
    query: read,
    isLive,
  };
}

const NONE: never[] = [];

/** Live points carry no time; the stored curve does. */
const toPoint = (progress: Progress): PointFragment => ({
  ...progress,
  loss: progress.loss ?? null,
  validation: progress.validation ?? null,
  seconds: null,
});

const progressOf = ({ status, step, epsilon, stepsPerSecond, validation }: Progress) => ({
  status,
  step,
  epsilon,
  stepsPerSecond,
  validation,
});
