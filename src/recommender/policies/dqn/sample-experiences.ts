import type { Random } from '../../../random';
import type { Experience } from './transitions';

/** Draws from what the agent did before, with replacement; nothing where it did nothing. */
export const sampleExperiences = (
  experiences: readonly Experience[],
  count: number,
  random: Random,
): Experience[] =>
  experiences.length === 0
    ? []
    : Array.from({ length: count }, () => experiences[random.integer(experiences.length)]);
