import { createRandom } from '../../../random';
import type { Learner, LearnerSource, SavedLearner } from '../learner';
import type { StoreVisits } from '../visit';
import { logVisits } from './replay-visits';
import { SlateAgent } from './slate-agent';
import {
  addSlates,
  moveParameters,
  nameFilms,
  readSlateParameters,
  type SlateProgress,
  toSlateFilms,
  type WithSlates,
} from './slate-codec';
import { createParameters } from './slate-network';
import {
  ONLINE_LEARNING,
  SLATE_SETTINGS,
  SLATE_TRAINING,
  type SlateSettings,
  type SlateTraining,
} from './slate-settings';
import { whyNoSlates } from './why-no-slates';

/** Why lists are learned. */
const RATED = 'The store has enough visits.';
const UNRATED = `${RATED} No rental has a rating, so all rentals count the same.`;
/** Distance of the agent's seed from the learner's. */
const SEED_OFFSET = 1_000_003;

/**
 * Trains a slate agent beside a learner, on the visits of the store, and saves and publishes it with the learner. Without
 * enough visits the learner stays alone. If the learner continues its saved state, so does the agent: once it is trained,
 * it takes one step on the newest visits for each step of the learner. Otherwise it starts from scratch. The learner's own
 * steps and random numbers do not change.
 */
export function withSlates(learner: Learner, source: LearnerSource, training = SLATE_TRAINING): Learner {
  const { visits, log } = source;
  if (!visits) return learner;
  const missing = whyNoSlates(visits, log.films.length);
  const slates =
    missing === undefined
      ? openAgent(source, visits, training, learner.continues ? source.saved : undefined)
      : undefined;
  const isTrained = () => slates?.missingSteps() === 0;
  return {
    continues: learner.continues,
    get isFinished() {
      return learner.isFinished;
    },
    get validation() {
      return learner.validation;
    },
    get ranking() {
      if (isTrained()) return { ranking: 'SLATES' as const, reason: visits.ratings ? RATED : UNRATED };
      const reason = missing ?? `The slate agent needs ${slates?.missingSteps()} more learning steps.`;
      return { ranking: 'NEXT_RENTAL' as const, reason };
    },
    step: async () => {
      const step = await learner.step();
      slates?.learn(learner.isFinished ? Infinity : training.stepsPerStep);
      return step;
    },
    save: () => slates?.addTo(learner.save()) ?? learner.save(),
    weights: () => (slates && isTrained() ? slates.addTo(learner.weights()) : learner.weights()),
  };
}

/** Creates the agent, or restores it. */
function openAgent(
  { log, features, seed }: LearnerSource,
  visits: StoreVisits,
  training: SlateTraining,
  saved: SavedLearner | undefined,
) {
  const earlier = (saved?.progress as WithSlates | undefined)?.slates;
  const settings = earlier?.settings ?? { ...SLATE_SETTINGS, listLength: usualLength(visits, training) };
  const named = nameFilms(log.films, features);
  const films = toSlateFilms(named);
  const random = createRandom(seed + SEED_OFFSET);
  const restored =
    saved &&
    earlier &&
    moveParameters(
      readSlateParameters(earlier, saved.arrays),
      earlier.films,
      named,
      createParameters(films, settings, random),
    );
  if (earlier) random.restore(earlier.random);
  const agent = new SlateAgent(films, settings, random, restored);
  const transitions = logVisits(visits, settings).transitions(settings.goneAfter);
  let step = earlier?.step ?? 0;
  const enough = earlier?.enough ?? enoughSteps(transitions.length, settings, training);
  const isOnline = step >= enough;
  const progress = (): SlateProgress => ({
    settings,
    step,
    enough,
    films: named,
    ratings: visits.ratings,
    random: random.save(),
  });
  return {
    missingSteps: () => Math.max(0, enough - step),
    /** Adds the agent to a saved learner. */
    addTo: (other: SavedLearner) => addSlates(other, progress(), agent.target),
    /** Takes at most `max` of the missing steps; a trained agent that continues takes one step. */
    learn: (max: number): void => {
      const steps = isOnline ? 1 : Math.min(max, enough - step);
      agent.learn(transitions, steps, isOnline ? ONLINE_LEARNING : {});
      step += steps;
    },
  };
}

const enoughSteps = (
  visits: number,
  { batch }: SlateSettings,
  { passes, minSteps, maxSteps }: SlateTraining,
): number => Math.min(maxSteps, Math.max(minSteps, Math.ceil((passes * visits) / batch)));

/** The length that most lists have, at most `maxListLength`. */
function usualLength({ customers }: StoreVisits, { maxListLength }: SlateTraining): number {
  const counts = new Map<number, number>();
  for (const { list } of customers.flat()) {
    if (list.length > 0) counts.set(list.length, (counts.get(list.length) ?? 0) + 1);
  }
  const [[length]] = [...counts].sort(([, a], [, b]) => b - a);
  return Math.min(length, maxListLength);
}
