import type { Random } from '../../../random';
import { channelCount, SCALARS } from './visit-state';
import type { SlateFilms } from './slate-films';
import type { SlateSettings } from './slate-settings';

/** The names of the network's arrays, in a fixed order. */
export const PARAMETERS = [
  'films',
  'categories',
  'actors',
  'appealBias',
  'starsBias',
  'position',
  'linear',
  'hiddenWeights',
  'hiddenBias',
  'outputWeights',
  'outputBias',
  'wide',
  'summaryLinear',
  'summaryWeights',
  'summaryBias',
  'starsToValue',
  'fatigue',
] as const;
export type ParameterName = (typeof PARAMETERS)[number];
export type SlateParameters = Readonly<Record<ParameterName, Float32Array>>;

/** The shape of each array. Channels K, dimension D, hidden units H, inputs I = K · D + scalars. */
export function parameterShapes(films: SlateFilms, settings: SlateSettings): Record<ParameterName, number[]> {
  const { dimension: D, hidden: H, listLength } = settings;
  const K = channelCount(settings);
  const I = K * D + SCALARS;
  return {
    films: [films.count, D],
    categories: [films.categoryCount, D],
    actors: [films.actorCount, D],
    appealBias: [films.count],
    starsBias: [films.count],
    position: [listLength],
    linear: [I, 2 * D],
    hiddenWeights: [I, H],
    hiddenBias: [H],
    outputWeights: [H, 2 * D],
    outputBias: [2 * D],
    wide: [2, 2 * K],
    summaryLinear: [I, 3],
    summaryWeights: [H, 3],
    summaryBias: [3],
    starsToValue: [],
    fatigue: [],
  };
}

/** Standard deviations of the random start; arrays that are not listed start at 0. */
const SPREAD: Partial<Record<ParameterName, number>> = {
  films: 0.02,
  categories: 0.3,
  actors: 0.1,
  linear: 0.02,
  hiddenWeights: 0.05,
  outputWeights: 0.05,
  summaryLinear: 0.01,
  summaryWeights: 0.05,
};

/** Draws a network. Before learning, films of categories the customer has rented are the most appealing. */
export function createParameters(
  films: SlateFilms,
  settings: SlateSettings,
  random: Random,
): SlateParameters {
  const shapes = parameterShapes(films, settings);
  const draw = (name: ParameterName) => {
    const size = shapes[name].reduce((product, length) => product * length, 1);
    const spread = SPREAD[name] ?? 0;
    return Float32Array.from({ length: size }, () => (spread === 0 ? 0 : spread * random.normal()));
  };
  const parameters = Object.fromEntries(PARAMETERS.map((name) => [name, draw(name)])) as Record<
    ParameterName,
    Float32Array
  >;
  parameters.wide[settings.decays.length - 1] = 0.8;
  parameters.summaryBias[0] = 4;
  return parameters;
}
