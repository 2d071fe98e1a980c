import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import { loadEngine } from '../recommender/engine/load-engine';
import { loadFilmCatalogue } from '../recommender/films/film-catalogue';
import { loadLearningData } from '../recommender/policies/load-learning-data';
import { createCandidates } from '../recommender/simulation/create-candidates';
import { simulate as simulateVisits, type Visit } from '../recommender/simulation/simulate';
import { type SimulationSummary, summarizeVisits } from '../recommender/simulation/summarize-visits';
import type { Settings } from '../settings';
import { generateSampleStore, type SampleSize } from '../store/sample/generate-sample-store';
import { readSampleSource } from '../store/sample/import-sample';
import { createTaste } from '../store/sample/taste';
import { showInterval, toTable } from './table';

/** Options of the command as they were typed. */
export interface SimulateOptions {
  visits: string;
  seeds: string;
  exploration: string;
  json?: boolean;
}

/**
 * Lets the sample store's customers visit policies, each in a world of its own in memory, and prints how often they
 * rented: DQN that learns online against the same DQN frozen and against the others. Nothing is written to the graph.
 * @throws AppError BAD_USER_INPUT where the words of the command are off, or the graph holds no sample store
 */
export async function simulate(
  options: SimulateOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { visits, seeds, exploration } = parseOptions(options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    const taste = createTaste(generateSampleStore(await requireSampleStore(graph)));
    const engine = await loadEngine(settings.engine);
    const data = await loadLearningData(graph, await loadFilmCatalogue(graph));
    const { log } = data;
    const others = [
      'EASE',
      'ITEM_KNN',
      ...(data.vectors ? ['TUTORIAL' as const] : []),
      'POPULARITY',
      'RANDOM',
    ] as const;

    const worlds = new Map<string, Visit[][]>();
    for (const seed of seeds) {
      const source = { ...data, engine, seed };
      const contestants = await progress(`Training, seed ${seed}`, () =>
        createCandidates(others, source, exploration),
      );
      for (const contestant of contestants) {
        const world = await progress(`Visiting ${contestant.name}, seed ${seed}`, async (report) =>
          simulateVisits(contestant, {
            taste,
            log,
            visits,
            seed,
            report: (visit) => report(visit, visits, 'visits'),
          }),
        );
        worlds.set(contestant.name, [...(worlds.get(contestant.name) ?? []), world]);
      }
    }
    const [first] = worlds.values();
    const summaries = [...worlds].map(([name, ofSeeds]) => summarizeVisits(name, ofSeeds, first));
    const run = { visits, seeds, exploration, engine: `${engine.name} ${engine.version}` };
    output.write(`${options.json ? JSON.stringify({ ...run, summaries }) : describe(run, summaries)}\n`);
  } finally {
    await close();
  }
}

async function requireSampleStore(graph: Graph): Promise<SampleSize> {
  const size = await readSampleSource(graph);
  if (size) return size;
  throw new AppError(
    'BAD_USER_INPUT',
    'The graph holds no sample store, and only its customers have tastes that are known. Run it on a private graph, or import one: reelgraph import sample.',
  );
}

function parseOptions({ visits, seeds, exploration }: SimulateOptions) {
  const parsed = {
    visits: Number(visits),
    seeds: seeds.split(',').map(Number),
    exploration: Number(exploration),
  };
  const refuse = (name: string, typed: string, takes: string) =>
    new AppError('BAD_USER_INPUT', `--${name} got ${typed}; it takes ${takes}.`);
  if (!(Number.isInteger(parsed.visits) && parsed.visits >= 10)) {
    throw refuse('visits', visits, 'a whole number from 10 on');
  }
  if (!parsed.seeds.every(Number.isSafeInteger)) {
    throw refuse('seeds', seeds, 'whole numbers with commas between them');
  }
  if (!(parsed.exploration >= 0 && parsed.exploration <= 1)) {
    throw refuse('exploration', exploration, 'a number from 0 to 1');
  }
  return parsed;
}

function describe(
  {
    visits,
    seeds,
    exploration,
    engine,
  }: { visits: number; seeds: number[]; exploration: number; engine: string },
  summaries: readonly SimulationSummary[],
): string {
  const rows = [
    [
      'who recommends',
      'hit rate',
      'hit chance at the end',
      'behind the first',
      'regret',
      'hit rate, tenth by tenth',
    ],
    ...summaries.map(({ name, hitRate, finalHitChance, behind, regret, course }) => [
      name,
      showInterval(hitRate),
      showInterval(finalHitChance),
      showInterval(behind),
      showInterval(regret),
      course.map((rate) => rate.toFixed(2)).join(' '),
    ]),
  ];
  const lines = toTable(rows);
  const heading = `${visits} visits a world, seeds ${seeds.join(', ')}, online exploration ${exploration}, ${engine}; 95 % intervals`;
  return [heading, ...lines].join('\n');
}
