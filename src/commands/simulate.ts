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

/** Options of `reelgraph simulate`. */
export interface SimulateOptions {
  /** Visits per seed and policy. */
  visits: number;
  seeds: number[];
  /** The probability that the online agent shows a random film in a slot, between 0 and 1. */
  exploration: number;
  json?: boolean;
}

/**
 * Simulates visits of the sample store's customers and prints how often they rent: DQN that keeps learning online,
 * the same DQN frozen, and the other policies. Each policy has a simulated store of its own in memory; the graph is
 * not changed.
 * @throws AppError BAD_USER_INPUT if the graph does not contain a sample store
 */
export async function simulate(
  options: SimulateOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { visits, seeds, exploration } = options;
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
      const candidates = await progress(`Training, seed ${seed}`, () =>
        createCandidates(others, source, exploration),
      );
      for (const candidate of candidates) {
        const world = await progress(`Simulating visits to ${candidate.name}, seed ${seed}`, async (report) =>
          simulateVisits(candidate, {
            taste,
            log,
            visits,
            seed,
            report: (visit) => report(visit, visits, 'visits'),
          }),
        );
        worlds.set(candidate.name, [...(worlds.get(candidate.name) ?? []), world]);
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
    'The graph contains no sample store, whose customers have known tastes. Import one with reelgraph import sample, or unset NEO4J_URI to use the private Neo4j.',
  );
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
    ['policy', 'hit rate', 'final hit probability', 'difference to first', 'regret', 'hit rate by tenth'],
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
  const heading = `${visits} visits per seed, seeds ${seeds.join(', ')}, online exploration ${exploration}, ${engine}; 95 % intervals`;
  return [heading, ...lines].join('\n');
}
