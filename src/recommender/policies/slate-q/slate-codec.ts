import type { RandomState } from '../../../random';
import type { FilmFeatures } from '../../films/film-features';
import type { SavedLearner } from '../learner';
import { mapRows } from '../map-rows';
import type { RatingScale } from '../visit';
import type { SlateFilms } from './slate-films';
import { type ParameterName, PARAMETERS, parameterShapes, type SlateParameters } from './slate-network';
import type { SlateSettings } from './slate-settings';

/** The state of a slate agent in plain values. */
export interface SlateProgress {
  readonly settings: SlateSettings;
  /** Learning steps that it took, and after which it makes lists. */
  readonly step: number;
  readonly enough: number;
  readonly films: NamedFilms;
  /** The scale of ratings when the agent learned; absent if no rental was rated. */
  readonly ratings?: RatingScale;
  readonly random: RandomState;
}

/** The films that an agent learned, with the names of their numbers. */
export interface NamedFilms {
  /** Film ids, [films]. */
  readonly ids: readonly string[];
  readonly categoryNames: readonly string[];
  readonly actorNames: readonly string[];
  /** Category numbers, [films][categories of the film]. */
  readonly categories: readonly (readonly number[])[];
  /** Actor numbers, [films][actors of the film]. */
  readonly actors: readonly (readonly number[])[];
}

/** The part of a saved learner's progress that has the slate agent. */
export interface WithSlates {
  readonly slates?: SlateProgress;
}

const PREFIX = 'slates.';

/** Names the actors and categories of films. */
export function nameFilms(ids: readonly string[], { names, offsets, numbers }: FilmFeatures): NamedFilms {
  const numbered = (kind: string) => {
    const rows = names.flatMap((name, feature) => (name.startsWith(kind) ? [feature] : []));
    const rowOf = new Map(rows.map((feature, row) => [feature, row]));
    return {
      names: rows.map((feature) => names[feature]),
      of: ids.map((_, film) =>
        Array.from(numbers.subarray(offsets[film], offsets[film + 1])).flatMap((one) => rowOf.get(one) ?? []),
      ),
    };
  };
  const [categories, actors] = [numbered('category:'), numbered('actor:')];
  return {
    ids,
    categoryNames: categories.names,
    actorNames: actors.names,
    categories: categories.of,
    actors: actors.of,
  };
}

/** The films as the agent sees them. */
export const toSlateFilms = (films: NamedFilms): SlateFilms => ({
  count: films.ids.length,
  categoryCount: films.categoryNames.length,
  actorCount: films.actorNames.length,
  categories: films.categories.map((row) => Int32Array.from(row)),
  actors: films.actors.map((row) => Int32Array.from(row)),
});

/** Adds an agent to a saved learner. */
export const addSlates = (
  { progress, arrays }: SavedLearner,
  slates: SlateProgress,
  parameters: SlateParameters,
): SavedLearner => ({
  progress: { ...progress, slates },
  arrays: {
    ...arrays,
    ...Object.fromEntries(PARAMETERS.map((name) => [`${PREFIX}${name}`, parameters[name].slice()])),
  },
});

/**
 * Reads the parameters of a saved agent.
 * @throws RangeError if an array is missing or has another shape
 */
export function readSlateParameters(
  { settings, films }: SlateProgress,
  arrays: SavedLearner['arrays'],
): SlateParameters {
  const shapes = parameterShapes(toSlateFilms(films), settings);
  const read = (name: ParameterName) => {
    const array = arrays[PREFIX + name];
    const length = sizeOf(shapes[name]);
    if (array?.length === length) return array;
    throw new RangeError(
      `The array ${PREFIX}${name} has ${array?.length ?? 'no'} numbers, expected ${length}.`,
    );
  };
  return Object.fromEntries(PARAMETERS.map((name) => [name, read(name)])) as SlateParameters &
    Record<string, Float32Array>;
}

/** Moves the parameters of an agent to other films: new films, actors and categories keep those of `start`. */
export function moveParameters(
  saved: SlateParameters,
  from: NamedFilms,
  to: NamedFilms,
  start: SlateParameters,
): SlateParameters {
  const films = mapRows(to.ids, from.ids);
  const maps: Partial<Record<ParameterName, Int32Array>> = {
    films,
    appealBias: films,
    starsBias: films,
    categories: mapRows(to.categoryNames, from.categoryNames),
    actors: mapRows(to.actorNames, from.actorNames),
  };
  const move = (name: ParameterName) => {
    const map = maps[name];
    if (!map) return saved[name];
    const moved = start[name].slice();
    const width = map.length === 0 ? 0 : moved.length / map.length;
    map.forEach((row, to) => {
      if (row >= 0) moved.set(saved[name].subarray(row * width, (row + 1) * width), to * width);
    });
    return moved;
  };
  return Object.fromEntries(PARAMETERS.map((name) => [name, move(name)])) as SlateParameters &
    Record<string, Float32Array>;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);
