import { createRandom } from '../../random';
import { collectFeatures } from '../films/film-features';
import { topFilms } from '../films/top-films';
import type { LearnerSource } from '../policies/learner';
import type { Policy, PolicyName } from '../policies/policy';
import type { SlateRanking } from '../policies/slate-q/list-maker';
import { SlateAgent } from '../policies/slate-q/slate-agent';
import {
  MYOPIC_SETTINGS,
  ONLINE_LEARNING,
  SLATE_SETTINGS,
  type SlateSettings,
} from '../policies/slate-q/slate-settings';
import { trainPolicy } from '../policies/train-policy';
import type { RecommenderName } from './recommender-names';
import { greedyOracle, planningOracle } from './oracles';
import type { ListMaker, ObservedWorld } from './run-world';
import { slateFilms } from './warm-up';

/** A recommender in a simulated world. */
export interface Recommender {
  /** Trains on the log of a world and returns the list maker. Training does not change the world or its log. */
  train(observed: ObservedWorld, options: TrainingOptions): Promise<TrainedRecommender>;
}

/** A trained recommender. */
export interface TrainedRecommender {
  readonly makeLists: ListMaker;
  /** Called after each day with the log so far, for recommenders that learn online. */
  learn?(observed: ObservedWorld, day: number): void;
}

/** The engine, seed and length of a training. */
export interface TrainingOptions extends Pick<LearnerSource, 'engine' | 'seed'> {
  /** Learning steps of the slate agents. */
  readonly steps: number;
}

/** How an agent continues to learn while it serves. */
const ONLINE = { ...ONLINE_LEARNING, everyDays: 5, steps: 60, temperature: 0.3 };

/** The recommenders that `reelgraph simulate` can compare. */
export const RECOMMENDERS: Readonly<Record<RecommenderName, Recommender>> = {
  LOOKAHEAD: slateRecommender(SLATE_SETTINGS, 'LOOKAHEAD'),
  LOOKAHEAD_ONLINE: slateRecommender(SLATE_SETTINGS, 'LOOKAHEAD', { isOnline: true }),
  MYOPIC: slateRecommender(MYOPIC_SETTINGS, 'APPEAL'),
  MYOPIC_STARS: slateRecommender(MYOPIC_SETTINGS, 'STARS'),
  DQN: policyRecommender('DQN'),
  EASE: policyRecommender('EASE'),
  ITEM_KNN: policyRecommender('ITEM_KNN'),
  POPULARITY: policyRecommender('POPULARITY'),
  RANDOM: policyRecommender('RANDOM'),
  GREEDY_ORACLE: oracle(greedyOracle),
  PLANNING_ORACLE: oracle(planningOracle),
};

function slateRecommender(
  settings: SlateSettings,
  ranking: SlateRanking,
  { isOnline = false } = {},
): Recommender {
  return {
    train: async (observed, { seed, steps }) => {
      const trained = trainSlateAgent(observed, settings, seed, steps);
      const noise = createRandom(seed + 2_000_003);
      if (!isOnline) return { makeLists: ({ states }) => trained.lists(states, ranking) };
      const agent = new SlateAgent(trained.films, settings, createRandom(seed), trained.target);
      return {
        makeLists: ({ states }) => agent.lists(states, ranking, ONLINE.temperature, noise),
        learn: ({ log }, day) => {
          if (day % ONLINE.everyDays !== 0) return;
          agent.learn(log.transitions(settings.goneAfter), ONLINE.steps, ONLINE);
        },
      };
    },
  };
}

const agents = new WeakMap<ObservedWorld, Map<string, SlateAgent>>();

/** Trains an agent on the log of a world. Recommenders that only use it differently share it. */
function trainSlateAgent(
  observed: ObservedWorld,
  settings: SlateSettings,
  seed: number,
  steps: number,
): SlateAgent {
  const known = agents.get(observed) ?? new Map<string, SlateAgent>();
  agents.set(observed, known);
  const key = JSON.stringify([settings, seed, steps]);
  const agent = known.get(key) ?? new SlateAgent(slateFilms(observed.world), settings, createRandom(seed));
  if (!known.has(key)) agent.learn(observed.log.transitions(settings.goneAfter), steps);
  known.set(key, agent);
  return agent;
}

/** One of the service's policies, which rank by the history of rentals only. */
function policyRecommender(name: PolicyName): Recommender {
  return {
    train: async (observed, { engine, seed }) => {
      const features = collectFeatures(
        Array.from(observed.world.films.actors, (cast, film) => [
          Array.from(cast, (actor) => `actor:${actor}`),
          [`category:${observed.world.films.category[film]}`],
        ]),
      );
      const log = rentalLogOf(observed);
      const source = { engine, seed, log, features, vectors: undefined, dimension: 32 };
      return { makeLists: policyLists(await trainPolicy(name, source), observed) };
    },
  };
}

function oracle(makeLists: ListMaker): Recommender {
  return { train: async () => ({ makeLists }) };
}

/** The observed rentals, in the format that policies learn from. */
function rentalLogOf({ world, states }: ObservedWorld): LearnerSource['log'] {
  return {
    films: Array.from({ length: world.films.count }, (_, film) => String(film)),
    customers: states.map((_, customer) => String(customer)),
    histories: states.map((state) => state.history()),
  };
}

const policyLists =
  (policy: Policy, { world }: ObservedWorld): ListMaker =>
  ({ states }) => {
    const scores = policy.score(states.map(({ history }) => history));
    return states.map(({ history }, row) => {
      const allowed = new Uint8Array(world.films.count).fill(1);
      for (const film of history) allowed[film] = 0;
      return topFilms(scores[row], world.settings.listLength, allowed).map(({ film }) => film);
    });
  };
