import { createRandom, type Random } from '../../../random';
import { countRentals } from '../../rentals/count-rentals';
import type { LearnerSource } from '../learner';
import { mapRows } from '../map-rows';
import { DqnAgent } from './dqn-agent';
import type { DqnSettings } from './dqn-settings';
import { type DqnProgress, nameParameters, restoreParameters } from './dqn-codec';

/** An agent with its random generator and its saved form. */
export interface OpenDqnAgent {
  readonly agent: DqnAgent;
  readonly random: Random;
  readonly dimension: number;
  /** The agent's parameters, their moving averages and the optimizer's moments by name. */
  arrays(): Record<string, Float32Array>;
}

/**
 * Creates an agent for a source's films, or restores a saved one: parameters of films, actors and categories are
 * matched by id, and those of new ones start from the embeddings of the graph.
 * @param histories the part of the log to learn from
 * @throws AppError POLICY_UNTRAINED if the saved agent does not fit the settings
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
  const { online, optimizer } = agent;
  const parts = () => ({
    online,
    target: agent.target,
    firstMoment: optimizer.firstMoments,
    secondMoment: optimizer.secondMoments,
  });
  if (saved && earlier) {
    const maps = {
      films: mapRows(log.films, earlier.films),
      features: mapRows(features.names, earlier.features),
    };
    for (const [prefix, parameters] of Object.entries(parts())) {
      restoreParameters(prefix, parameters, saved.arrays, maps, dimension);
    }
    optimizer.step = earlier.optimizerStep;
    random.restore(earlier.random);
  }
  return {
    agent,
    random,
    dimension,
    arrays: () =>
      Object.assign(
        {},
        ...Object.entries(parts()).map(([prefix, parameters]) => nameParameters(prefix, parameters)),
      ),
  };
}

/** Returns the dimension of the graph's embeddings; without embeddings, that of the settings. */
function startDimension(
  { vectors, features, dimension }: Pick<LearnerSource, 'vectors' | 'features' | 'dimension'>,
  settings: DqnSettings,
): number {
  return vectors || features.vectors ? dimension : settings.dimension;
}
