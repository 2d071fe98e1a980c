import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { live } from '../api/live';
import {
  type PointFragment,
  RunCurveDocument,
  TrainingProgressDocument,
  type TrainingProgressSubscription,
  TrainingRunsDocument,
} from '../api/operations.generated';
import { useAsk } from '../api/use-ask';
import { mergeCurve } from './merge-curve';

type Progress = TrainingProgressSubscription['trainingProgress'];

/** The course is read again so often, as averages: what came live since is finer, and would fill the browser. */
const READ_AGAIN_MS = 10_000;
/** More than come while the course is not read again. */
const MOST_LIVE = 1_000;

/** A run with its course, which grows while the run goes on. */
export function useRun(run: string | undefined) {
  const queries = useQueryClient();
  const read = useAsk(RunCurveDocument, { run: run ?? '' }, { enabled: run !== undefined, keep: true });
  const { refetch } = read;
  const known = read.data?.trainingRun?.id === run ? read.data?.trainingRun : undefined;
  const [news, setNews] = useState<{ run: string | undefined; points: Progress[] }>({ run, points: [] });
  const since = news.run === run ? news.points : NONE;
  const isRunning = known?.status === 'RUNNING';

  useEffect(() => {
    if (!run || !isRunning) return;
    const client = live();
    // The line may have dropped for a while: what came meanwhile stands in the course.
    const forget = client.on('connected', (_socket, _payload, wasRetry) => {
      if (wasRetry) void refetch();
    });
    const stop = client.subscribe<TrainingProgressSubscription>(
      { query: TrainingProgressDocument.toString(), variables: { run } },
      {
        next: ({ data }) => {
          const progress = data?.trainingProgress;
          if (!progress) return;
          setNews((before) => ({
            run,
            points: [...(before.run === run ? before.points : []), progress].slice(-MOST_LIVE),
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
    const again = setInterval(() => void refetch(), READ_AGAIN_MS);
    return () => {
      clearInterval(again);
      forget();
      stop();
    };
  }, [run, isRunning, refetch, queries]);

  const curve = useMemo(() => mergeCurve(known?.curve ?? NONE, since as PointFragment[]), [known, since]);
  const latest = since.at(-1);
  return {
    run:
      known && latest && isRunning && latest.step >= known.step ? { ...known, ...standing(latest) } : known,
    curve,
    error: read.error,
    isPending: read.isPending,
    refetch,
  };
}

const NONE: never[] = [];

const standing = ({ status, step, epsilon, stepsPerSecond, validation }: Progress) => ({
  status,
  step,
  epsilon,
  stepsPerSecond,
  validation,
});
