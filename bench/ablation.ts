/**
 * The contribution of each part of policy DQN: the same agent with one part removed at a time.
 *   npm run bench:ablation -- --data DIR [--seeds 1]     on a data set, as in bench:quality
 *   npm run bench:ablation [-- --seeds 1,2,3]            on the graph of the settings, or the private one
 *   --split per-customer|leave-one-out|global (default: per-customer)
 * Prints one JSON line per variant and seed; --draw FILE writes an SVG.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type SplitName, SPLITS } from '../src/commands/split-names';
import { openGraph } from '../src/open-graph';
import { createProgress } from '../src/progress';
import { loadEngine } from '../src/recommender/engine/load-engine';
import { loadFilmCatalogue } from '../src/recommender/films/film-catalogue';
import { collectFeatures } from '../src/recommender/films/film-features';
import { evaluateRanking } from '../src/recommender/metrics/ranking-metrics';
import { splitLog } from '../src/recommender/metrics/split-log';
import type { BlendWeights } from '../src/recommender/policies/dqn/blend';
import { createDqnLearner } from '../src/recommender/policies/dqn/create-dqn-learner';
import type { DqnProgress } from '../src/recommender/policies/dqn/dqn-codec';
import { DQN_SETTINGS, type DqnSettings } from '../src/recommender/policies/dqn/dqn-settings';
import { serveDqn } from '../src/recommender/policies/dqn/serve-dqn';
import type { SavedLearner } from '../src/recommender/policies/learner';
import { type LearningData, loadLearningData } from '../src/recommender/policies/load-learning-data';
import { parseSettings } from '../src/settings';
import { drawAblation, type VariantResult } from './draw-ablation';
import { loadData } from './load-data';

/** A change to the trained policy: costs no training. */
interface ServedVariant {
  readonly name: string;
  readonly blend?: (weights: BlendWeights) => BlendWeights;
  readonly settings?: Partial<DqnSettings>;
}

/** A change to the agent that is trained. */
interface TrainedVariant {
  readonly name: string;
  readonly settings?: Partial<DqnSettings>;
  readonly change?: (data: LearningData) => LearningData;
}

const SERVED: readonly ServedVariant[] = [
  { name: 'all parts' },
  { name: 'without EASE', blend: (weights) => ({ ...weights, ease: 0 }) },
  { name: 'without ITEM_KNN', blend: (weights) => ({ ...weights, itemKnn: 0 }) },
  { name: 'without the next-film ridge', blend: (weights) => ({ ...weights, ridge: 0 }) },
  { name: 'the network alone', blend: () => ({ deep: 1 }) },
  { name: 'the wide part alone', blend: (weights) => ({ ...weights, deep: 0 }) },
  { name: 'no prior for short histories', settings: { popularityPrior: 0 } },
];

const TRAINED: readonly TrainedVariant[] = [
  { name: 'next film as the target (γ = 0)', settings: { discount: 0 } },
  { name: "the tutorial's single decay, .5", settings: { decays: [0.5] } },
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

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    split: { type: 'string', default: 'per-customer' },
    draw: { type: 'string' },
  },
});

async function readData(from: string | undefined): Promise<LearningData> {
  if (from) {
    const ties = options.split === 'per-customer' ? 'id' : 'hash';
    return { ...(await loadData(from, { ties })), vectors: undefined, dimension: 0 };
  }
  const { graph, close } = await openGraph(parseSettings(process.env), createProgress(process.stderr));
  try {
    return await loadLearningData(graph, await loadFilmCatalogue(graph));
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const engine = await loadEngine('auto');
  const data = await readData(options.data);
  const split = splitLog(data.log, { kind: SPLITS[options.split as SplitName] });
  const ndcgs = new Map<string, number[]>();

  const train = async ({ settings, change = (same) => same }: Omit<TrainedVariant, 'name'>, seed: number) => {
    const source = { ...change(data), engine, log: split.train, seed };
    const learner = createDqnLearner(source, { ...DQN_SETTINGS, ...settings });
    while (!learner.isFinished) await learner.step();
    return learner.weights();
  };
  const measure = async (name: string, weights: SavedLearner, seed: number) => {
    const metrics = evaluateRanking(await serveDqn(weights, data.log, { log: split.train }), split);
    const round = (value: number) => Number(value.toFixed(4));
    const { recall, ndcg, coverage } = metrics;
    const { step, blend } = weights.progress as DqnProgress;
    ndcgs.set(name, [...(ndcgs.get(name) ?? []), ndcg]);
    const measured = { recall10: round(recall), ndcg10: round(ndcg), coverage: round(coverage) };
    console.log(JSON.stringify({ variant: name, ...measured, step, blend, seed, engine: engine.name }));
  };

  for (const seed of options.seeds.split(',').map(Number)) {
    const whole = await train({}, seed);
    for (const { name, blend = (same: BlendWeights) => same, settings } of SERVED) {
      const progress = whole.progress as DqnProgress;
      const changed = {
        ...progress,
        blend: progress.blend && blend(progress.blend),
        settings: { ...progress.settings, ...settings },
      };
      await measure(name, { ...whole, progress: changed }, seed);
    }
    for (const { name, ...variant } of TRAINED) await measure(name, await train(variant, seed), seed);
  }
  if (!options.draw) return;
  const results = [...ndcgs].map(([name, ndcg]): VariantResult => ({ name, ndcg }));
  const title = `NDCG@10 with one part removed, seeds ${options.seeds}`;
  writeFileSync(options.draw, drawAblation(results, title));
}

void main();
