import { createRandom, type Random } from '../../../random';
import { countRentals } from '../baselines/popularity';
import type { LearnerSource } from '../learner';
import { DqnAgent } from './dqn-agent';
import type { DqnSettings } from './dqn-settings';
import { type DqnProgress, mapRows, nameParameters, restoreParameters } from './dqn-codec';

/** An agent, and what it has in common with everything that drives it. */
export interface OpenDqnAgent {
  readonly agent: DqnAgent;
  readonly random: Random;
  readonly dimension: number;
  /** Where what was saved stood. */
  readonly earlier: DqnProgress | undefined;
  /** The agent's parameters, their averages and the optimizer's moments by name. */
  arrays(): Record<string, Float32Array>;
}

/**
 * Makes an agent for a source's films, or goes on with the one that was saved: what was learned of a film, an actor
 * or a category is found again by its id, and what is new starts from the graph's embeddings.
 * @param histories what of the log it may learn from
 * @throws AppError POLICY_UNTRAINED where what was saved does not fit
 */
export function openDqnAgent(
  source: Omit<LearnerSource, 'steps'>,
  settings: DqnSettings,
  histories: readonly Int32Array[],
): OpenDqnAgent {
  const { engine, log, features, seed, saved } = source;
  const earlier = saved?.progress as DqnProgress | undefined;
  const dimension = earlier?.dimension ?? startDimension(source, settings);
  const isSameSpace = source.dimension === dimension;
  const random = createRandom(seed);
  const agent = new DqnAgent({
    engine,
    settings,
    random,
    features: isSameSpace ? features : { ...features, vectors: undefined },
    rentals: countRentals({ ...log, histories }),
    dimension,
    vectors: isSameSpace ? source.vectors : undefined,
  });
  const { online, target, optimizer } = agent;
  const parts = {
    online,
    target,
    firstMoment: optimizer.firstMoments,
    secondMoment: optimizer.secondMoments,
  };
  if (saved && earlier) {
    const maps = {
      films: mapRows(log.films, earlier.films),
      features: mapRows(features.names, earlier.features),
    };
    for (const [prefix, parameters] of Object.entries(parts)) {
      restoreParameters(prefix, parameters, saved.arrays, maps, dimension);
    }
    optimizer.step = earlier.optimizerStep;
    random.restore(earlier.random);
  }
  return {
    agent,
    random,
    dimension,
    earlier,
    arrays: () =>
      Object.assign(
        {},
        ...Object.entries(parts).map(([prefix, parameters]) => nameParameters(prefix, parameters)),
      ),
  };
}

/** Embeddings of the graph decide how long film vectors are; without any the settings do. */
function startDimension(
  { vectors, features, dimension }: Pick<LearnerSource, 'vectors' | 'features' | 'dimension'>,
  settings: DqnSettings,
): number {
  return vectors || features.vectors ? dimension : settings.dimension;
}
