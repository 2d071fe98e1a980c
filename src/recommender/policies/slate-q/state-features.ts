import type { FilmTraits } from './slate-films';
import type { SlateSettings } from './slate-settings';
import { channelCount, type StateSnapshot } from './visit-state';

/** The inputs of the network that one state gives. K channels. */
export interface StateFeatures {
  /** Film numbers of the columns, [columns]. */
  readonly films: Int32Array;
  /** The channels, after dropout, [K · columns]. */
  readonly values: Float64Array;
  /** How often each film was shown without a rental, fading; at most `MAX_SHOWN`. Films that are left out count 0. */
  readonly shown: ReadonlyMap<number, number>;
  /** The categories and the actors in the history, [kinds of traits]. */
  readonly traits: readonly PresentTraits[];
  readonly scalars: Float32Array;
  /** 1 for columns of rented films, [columns]. */
  readonly rented: Uint8Array;
}

/** The traits of the films of a state. */
export interface PresentTraits {
  /** [present] */
  readonly numbers: Int32Array;
  /** The share of each in the history, per channel, [K · present]. */
  readonly shares: Float64Array;
}

/** How often a film was shown without a rental counts up to this. */
const MAX_SHOWN = 4;
/** Share of the history at which a category or actor starts to count as present. */
const PRESENCE = 0.03;

/**
 * Computes the inputs of a state. Shares of an average count by their logarithm, log(1 + share / .03), so that a
 * category that the customer tried once counts at all.
 * @param scale factors of the columns (dropout); default: 1
 */
export function readFeatures(
  { films, values, scalars, rented }: StateSnapshot,
  traits: readonly FilmTraits[],
  settings: SlateSettings,
  scale?: Float64Array,
): StateFeatures {
  const channels = channelCount(settings);
  const columns = films.length;
  const scaled = Float64Array.from(values);
  if (scale) for (let index = 0; index < scaled.length; index++) scaled[index] *= scale[index % columns];
  const shown = new Map<number, number>();
  for (let column = 0; column < columns; column++) {
    const times = scaled[(channels - 1) * columns + column];
    if (times !== 0) shown.set(films[column], Math.min(times, MAX_SHOWN));
  }
  const state = { films, values: scaled };
  return { ...state, shown, traits: traits.map((kind) => sumShares(state, kind, settings)), scalars, rented };
}

function sumShares(
  { films, values }: Pick<StateFeatures, 'films' | 'values'>,
  { count, offsets, numbers }: FilmTraits,
  settings: SlateSettings,
): PresentTraits {
  const channels = channelCount(settings);
  const columns = films.length;
  const slots = new Int32Array(count).fill(-1);
  const present: number[] = [];
  for (let column = 0; column < columns; column++) {
    for (let place = offsets[films[column]]; place < offsets[films[column] + 1]; place++) {
      if (slots[numbers[place]] < 0) slots[numbers[place]] = present.push(numbers[place]) - 1;
    }
  }
  const size = present.length;
  const shares = new Float64Array(channels * size);
  for (let channel = 0; channel < channels; channel++) {
    for (let column = 0; column < columns; column++) {
      const value = values[channel * columns + column];
      if (value === 0) continue;
      const first = offsets[films[column]];
      const end = offsets[films[column] + 1];
      const each = value / (end - first);
      for (let place = first; place < end; place++) shares[channel * size + slots[numbers[place]]] += each;
    }
  }
  for (let index = 0; index < settings.decays.length * size; index++) {
    if (shares[index] !== 0) shares[index] = Math.log1p(shares[index] / PRESENCE);
  }
  return { numbers: Int32Array.from(present), shares };
}

/** 1 for films that the customer has not rented, [films]. */
export function unrentedIn(
  { films, rented }: Pick<StateFeatures, 'films' | 'rented'>,
  count: number,
): Uint8Array {
  const unrented = new Uint8Array(count).fill(1);
  for (let column = 0; column < films.length; column++) if (rented[column] === 1) unrented[films[column]] = 0;
  return unrented;
}
