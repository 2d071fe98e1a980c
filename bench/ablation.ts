/**
 * What the parts of policy DQN bring: the same learner with one part taken away at a time.
 *   npm run bench:ablation -- --data DIR [--seeds 1]     on MovieLens
 *   npm run bench:ablation [-- --seeds 1,2,3]            on the graph that the settings name, or the private one
 * Prints one JSON line a variant and seed; with --draw FILE it draws them, too, as SVG.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openGraph } from '../src/open-graph';
import { createProgress } from '../src/progress';
import { createDqnLearner } from '../src/recommender/policies/dqn/create-dqn-learner';
import { DQN_SETTINGS, type DqnSettings } from '../src/recommender/policies/dqn/dqn-settings';
import { serveDqn } from '../src/recommender/policies/dqn/serve-dqn';
import { loadEngine } from '../src/recommender/engine/load-engine';
import { evaluateRanking } from '../src/recommender/metrics/ranking-metrics';
import { splitPerCustomer } from '../src/recommender/metrics/split-log';
import { loadFilmCatalogue } from '../src/recommender/films/film-catalogue';
import { collectFeatures } from '../src/recommender/films/film-features';
import { type LearningData, loadLearningData } from '../src/recommender/policies/load-learning-data';
import { parseSettings } from '../src/settings';
import { drawAblation, type VariantResult } from './draw-ablation';
import { loadData as loadDataSet } from './load-data';

interface Variant {
  readonly name: string;
  readonly settings?: Partial<DqnSettings>;
  readonly change?: (data: LearningData) => LearningData;
}

const VARIANTS: readonly Variant[] = [
  { name: 'all parts' },
  { name: 'no temporal difference', settings: { tdWeight: 0 } },
  { name: 'γ = 0', settings: { discount: 0 } },
  { name: "the tutorial's single decay, .5", settings: { decays: [0.5] } },
  {
    name: 'without the film rented last',
    settings: { decays: DQN_SETTINGS.decays.filter((decay) => decay > 0) },
  },
  {
    name: 'vectors start at random',
    change: (data) => ({ ...data, vectors: undefined, features: { ...data.features, vectors: undefined } }),
  },
  {
    name: 'no actors and categories',
    change: (data) => ({ ...data, features: collectFeatures(data.log.films.map(() => [])) }),
  },
  { name: 'serves the online network', settings: { targetRate: 1 } },
];

async function loadData(folder: string | undefined): Promise<LearningData> {
  if (folder) return { ...(await loadDataSet(folder)), vectors: undefined, dimension: 0 };
  const { graph, close } = await openGraph(parseSettings(process.env), createProgress(process.stderr));
  try {
    return await loadLearningData(graph, await loadFilmCatalogue(graph));
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const options = {
    data: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    draw: { type: 'string' },
  } as const;
  const { values } = parseArgs({ options });
  const engine = await loadEngine('auto');
  const data = await loadData(values.data);
  const split = splitPerCustomer(data.log);
  const results: VariantResult[] = [];
  for (const { name, settings, change = (same: LearningData) => same } of VARIANTS) {
    const ndcgs: number[] = [];
    for (const seed of values.seeds.split(',').map(Number)) {
      const source = { ...change(data), engine, log: split.train, seed };
      const learner = createDqnLearner(source, { ...DQN_SETTINGS, ...settings });
      let steps = 0;
      for (; !learner.isFinished; steps++) await learner.step();
      const { recall, ndcg, coverage } = evaluateRanking(
        await serveDqn(learner.weights(), data.log, split.train),
        split,
      );
      ndcgs.push(ndcg);
      const round = (value: number) => Number(value.toFixed(4));
      const measured = { recall10: round(recall), ndcg10: round(ndcg), coverage: round(coverage) };
      console.log(JSON.stringify({ variant: name, ...measured, steps, seed, engine: engine.name }));
    }
    results.push({ name, ndcg: ndcgs });
  }
  if (values.draw) {
    writeFileSync(
      values.draw,
      drawAblation(results, `NDCG@10 with one part taken away, seeds ${values.seeds}`),
    );
  }
}

void main();
