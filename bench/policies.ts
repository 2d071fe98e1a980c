import type { Engine } from '../src/recommender/engine/load-engine';
import { fitEase } from '../src/recommender/policies/baselines/ease';
import { fitTunedRidge } from '../src/recommender/policies/baselines/next-film-ridge';
import { fitRecentPopularity } from '../src/recommender/policies/baselines/popularity';
import { type TrainingSource, trainPolicy } from '../src/recommender/policies/train-policy';
import { POLICY_NAMES, type Policy, type PolicyName } from '../src/recommender/policies/policy';

/** A row of the benchmark: one of the product's policies, or a baseline of the benchmark only. */
export interface BenchPolicy {
  readonly name: string;
  /** Whether the result depends on the seed. */
  readonly isSeeded: boolean;
  train(source: TrainingSource & { engine: Engine }): Promise<Policy>;
}

const productPolicy = (name: PolicyName): BenchPolicy => ({
  name,
  isSeeded: name === 'DQN' || name === 'RANDOM',
  train: (source) => trainPolicy(name, source),
});

const baseline = (name: string, train: BenchPolicy['train']): BenchPolicy => ({
  name,
  isSeeded: false,
  train,
});

/** All rows, cheap ones first. TUTORIAL needs the embeddings of a graph. */
export const BENCH_POLICIES: readonly BenchPolicy[] = [
  productPolicy('RANDOM'),
  productPolicy('POPULARITY'),
  baseline('RECENT_POPULARITY', async ({ log }) => fitRecentPopularity(log)),
  productPolicy('ITEM_KNN'),
  baseline('EASE_PAPER', ({ log }) => fitEase(log)),
  productPolicy('EASE'),
  baseline('NEXT_FILM_RIDGE', ({ log }) => fitTunedRidge(log)),
  productPolicy('DQN'),
];

/** Returns the rows with the given names. @throws Error that names an unknown row */
export function choosePolicies(names: string | undefined): readonly BenchPolicy[] {
  if (!names) return BENCH_POLICIES;
  return names.split(',').map((name) => {
    const found = BENCH_POLICIES.find((policy) => policy.name === name);
    if (found) return found;
    const known = BENCH_POLICIES.map((policy) => policy.name).join(', ');
    throw new Error(
      `Unknown policy "${name}": expected one of ${known}. Of the API's policies, ${POLICY_NAMES.join(', ')}, TUTORIAL needs a graph.`,
    );
  });
}
