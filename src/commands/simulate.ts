import { writeFile } from 'node:fs/promises';
import { AppError } from '../app-error';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import {
  compareInWorld,
  type RecommenderSummary,
  summarizeRuns,
} from '../recommender/simulation/compare-recommenders';
import { CANDIDATES, runTrial, type TrialOutcome } from '../recommender/simulation/promotion-trials';
import type { RecommenderName } from '../recommender/simulation/recommender-names';
import { WARM_UP, warmUpWorld } from '../recommender/simulation/warm-up';
import { NULL_WORLD, WORLD_SETTINGS } from '../recommender/simulation/world-settings';
import type { Settings } from '../settings';
import { drawPlots } from './export/plot';
import { svgToPng } from './export/svg-to-png';
import { showInterval, toTable } from './table';

/** Options of `reelgraph simulate`. */
export interface SimulateOptions {
  days: number;
  seeds: number[];
  recommenders: RecommenderName[];
  world: 'standard' | 'null';
  customers: number;
  films: number;
  /** Learning steps of the agents that plan ahead. */
  steps: number;
  trials?: boolean;
  /** A file for the curves: .svg or .png. */
  to?: string;
  json?: boolean;
}

/** Lifts are relative to the first of these recommenders that takes part. */
const REFERENCES: readonly RecommenderName[] = ['MYOPIC', 'EASE', 'POPULARITY', 'RANDOM'];

const COLORS = [
  ...['#1864ab', '#4dabf7', '#e8590c', '#ffa94d', '#2b8a3e', '#862e9c'],
  ...['#d6336c', '#868e96', '#ced4da', '#5c940d', '#212529'],
];

/**
 * Compares recommenders in simulated stores, each on a separate copy of the same store, and prints a table or JSON.
 * @throws AppError BAD_USER_INPUT if the file of the curves does not end in .svg or .png
 */
export async function simulate(
  options: SimulateOptions,
  settings: Settings,
  progress: Progress,
  output: { write(text: string): unknown },
): Promise<void> {
  if (options.to && !/\.(svg|png)$/i.test(options.to)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid --to "${options.to}": expected a file name ending in .svg or .png.`,
    );
  }
  if (options.trials) {
    const outcomes = await runTrials(options, progress);
    output.write(`${options.json ? JSON.stringify({ outcomes }) : describeTrials(outcomes)}\n`);
    return;
  }
  const { days, seeds, recommenders, steps } = options;
  const engine = await loadEngine(settings.engine);
  const worlds = [];
  for (const seed of seeds) {
    const observed = await progress(`Warming up the store, seed ${seed}`, async () =>
      warmUpWorld(seed, worldSettings(options), {
        ...WARM_UP,
        steps: Math.min(steps, WARM_UP.steps),
      }),
    );
    const runs = await progress(`Comparing recommenders, seed ${seed}`, (report) =>
      compareInWorld(recommenders, observed, days, { engine, seed: seed + 1, steps }, (name) =>
        report(recommenders.indexOf(name), recommenders.length, 'recommenders'),
      ),
    );
    worlds.push(runs);
  }
  const reference = REFERENCES.find((name) => recommenders.includes(name)) ?? recommenders[0];
  const summaries = summarizeRuns(worlds, reference, 1);
  if (options.to) await drawCurves(options.to, summaries);
  const run = { ...options, reference, engine: `${engine.name} ${engine.version}` };
  output.write(`${options.json ? JSON.stringify({ ...run, summaries }) : describe(run, summaries)}\n`);
}

const worldSettings = ({ world, customers, films }: SimulateOptions) => ({
  ...(world === 'null' ? NULL_WORLD : WORLD_SETTINGS),
  customers,
  films,
});

async function runTrials(options: SimulateOptions, progress: Progress): Promise<TrialOutcome[]> {
  const trials = CANDIDATES.flatMap((candidate) => options.seeds.map((seed) => ({ candidate, seed })));
  return progress('Running promotion trials', async (report) =>
    trials.map(({ candidate, seed }, done) => {
      report(done, trials.length, 'trials');
      return runTrial(seed, candidate, worldSettings(options));
    }),
  );
}

function describe(
  run: SimulateOptions & { reference: RecommenderName; engine: string },
  summaries: readonly RecommenderSummary[],
): string {
  const rows = [
    ['recommender', 'rentals', `against ${run.reference}`, 'visits', 'customers kept', 'stars'],
    ...summaries.map(({ name, rentals, lift, visits, kept, meanStars }) => [
      name,
      rentals.toFixed(0),
      name === run.reference ? '' : showInterval(lift),
      visits.toFixed(0),
      kept.toFixed(3),
      meanStars.toFixed(2),
    ]),
  ];
  const heading = `${run.days} days, ${run.customers} customers, ${run.films} films, ${run.world} world, seeds ${run.seeds.join(', ')}, ${run.engine}; means per store, 95 % intervals`;
  return [heading, ...toTable(rows)].join('\n');
}

function describeTrials(outcomes: readonly TrialOutcome[]): string {
  const rows = [
    ['candidate', 'true lift of rentals', 'promoted', 'median day of the decision'],
    ...CANDIDATES.map((candidate) => {
      const own = outcomes.filter((outcome) => outcome.candidate === candidate);
      const days = own.map(({ day }) => day).sort((a, b) => a - b);
      const lift = own.reduce((sum, { trueLift }) => sum + trueLift, 0) / own.length;
      return [
        candidate,
        `${(100 * lift).toFixed(1)} %`,
        `${own.filter(({ isPromoted }) => isPromoted).length} of ${own.length}`,
        String(days[days.length >> 1]),
      ];
    }),
  ];
  return toTable(rows).join('\n');
}

async function drawCurves(path: string, summaries: readonly RecommenderSummary[]): Promise<void> {
  const plot = (title: string, value: (day: RecommenderSummary['days'][number]) => number) => ({
    title,
    xLabel: 'day',
    xAxis: 'linear' as const,
    lines: summaries.map(({ name, days }, i) => ({
      points: days.map((day) => ({ x: day.day, y: value(day) })),
      color: COLORS[i % COLORS.length],
      width: 1.5,
      label: name,
    })),
  });
  const svg = drawPlots([
    plot('Rentals per day', ({ rentals }) => rentals),
    plot('Visits per day', ({ visits }) => visits),
    plot('Share of customers kept', ({ kept }) => kept),
    plot('Mean satisfaction', ({ satisfaction }) => satisfaction),
  ]);
  await writeFile(path, /\.png$/i.test(path) ? await svgToPng(svg) : svg);
}
