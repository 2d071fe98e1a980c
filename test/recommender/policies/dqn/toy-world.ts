import type { Random } from '../../../../src/random';
import { DqnAgent } from '../../../../src/recommender/policies/dqn/dqn-agent';
import { DQN_SETTINGS, type DqnSettings } from '../../../../src/recommender/policies/dqn/dqn-settings';
import type { Experience } from '../../../../src/recommender/policies/experience';
import type { Engine } from '../../../../src/recommender/engine/load-engine';
import { collectFeatures } from '../../../../src/recommender/films/film-features';
import { topFilms } from '../../../../src/recommender/films/top-films';

/**
 * Film 0 has reward 0 and unlocks films 1 and 2, with reward 1 each. Film 3 has reward .6. An episode has three visits.
 */
export const FILMS = 6;
const VISITS = 3;

/** A far-sighted agent earns 0 + 1 + 1, a myopic one .6 + 0 + 0, because film 3 pays only at the first visit. */
function pay(history: readonly number[], film: number): number {
  if (history.includes(film)) return 0;
  if (film === 3) return history.length === 0 ? 0.6 : 0;
  return (film === 1 || film === 2) && history.includes(0) ? 1 : 0;
}

/** Trains an agent that acts ε-greedily in the toy world. @returns the return of its greedy policy */
export function learnToyWorld(engine: Engine, random: Random, discount: number): number {
  const settings: DqnSettings = {
    ...DQN_SETTINGS,
    discount,
    dimension: 8,
    hidden: [24, 24],
    filmDropout: 0,
    hiddenDropout: 0,
    tdWeight: 1,
  };
  const features = collectFeatures(Array.from({ length: FILMS }, () => []));
  const agent = new DqnAgent({
    engine,
    settings,
    random,
    features,
    rentals: new Float32Array(FILMS),
    dimension: 8,
  });
  const memory: Experience[] = [];
  const play = (epsilon: number): number => {
    const policy = agent.policy();
    const history: number[] = [];
    let earned = 0;
    for (let visit = 0; visit < VISITS; visit++) {
      const [scores] = policy.score([Int32Array.from(history)]);
      for (const film of history) scores[film] = -Infinity;
      const [best] = topFilms(scores, 1);
      const film = random.next() < epsilon ? random.integer(FILMS) : best.film;
      const reward = pay(history, film);
      const isLast = visit === VISITS - 1;
      memory.push({ history: Int32Array.from(history), film, reward, isRented: true, isLast });
      history.push(film);
      earned += reward;
    }
    return earned;
  };
  for (let episode = 0; episode < 700; episode++) {
    play(Math.max(0.1, 1 - episode / 300));
    const batch = Array.from({ length: 32 }, () => memory[random.integer(memory.length)]);
    agent.learn([], batch);
  }
  return play(0);
}
