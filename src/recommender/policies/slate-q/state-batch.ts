import type { Random } from '../../../random';
import type { SlateFilms } from './slate-network';
import type { SlateSettings } from './slate-settings';
import { channelCount, SCALARS, type StateSnapshot } from './visit-state';

/** States of several visits as dense arrays. S states, K channels, F films. */
export interface StateBatch {
  readonly size: number;
  /** The channels, [S · K, F]. */
  readonly channels: Float32Array;
  /** The share of each film's category and of its actors in the history, per channel, [S, 2K, F]. */
  readonly wide: Float32Array;
  /** [S, SCALARS] */
  readonly scalars: Float32Array;
  /** 0 for films the customer has rented, 1 for others, [S, F]. */
  readonly allowed: Float32Array;
}

/** Share of the history at which a category or actor starts to count as present. */
const PRESENCE = 0.03;
/** The weight of an actor beside a category. */
const ACTOR_WEIGHT = 5;

/**
 * Stacks states.
 * @param random leaves out films of the state (dropout); default: no dropout
 */
export function stackStates(
  states: readonly StateSnapshot[],
  films: SlateFilms,
  settings: SlateSettings,
  random?: Random,
): StateBatch {
  const [size, K, F] = [states.length, channelCount(settings), films.count];
  const channels = new Float32Array(size * K * F);
  const wide = new Float32Array(size * 2 * K * F);
  const scalars = new Float32Array(size * SCALARS);
  const allowed = new Float32Array(size * F).fill(1);
  const keep = 1 / (1 - settings.filmDropout);
  const averages = settings.decays.length;
  const ofCategory = new Float64Array(films.categoryCount);
  const ofActor = new Float64Array(films.actorCount);

  const casts = listCasts(films);

  states.forEach((state, row) => {
    scalars.set(state.scalars, row * SCALARS);
    const columns = state.films.length;
    const scale = Float64Array.from(state.films, () =>
      random ? (random.next() < settings.filmDropout ? 0 : keep) : 1,
    );
    for (let column = 0; column < columns; column++) {
      if (state.rented[column]) allowed[row * F + state.films[column]] = 0;
    }
    for (let channel = 0; channel < K; channel++) {
      ofCategory.fill(0);
      ofActor.fill(0);
      let isEmpty = true;
      const offset = (row * K + channel) * F;
      for (let column = 0; column < columns; column++) {
        const value = state.values[channel * columns + column] * scale[column];
        if (value === 0) continue;
        isEmpty = false;
        const film = state.films[column];
        channels[offset + film] = value;
        ofCategory[films.category[film]] += value;
        const first = casts.offsets[film];
        const end = casts.offsets[film + 1];
        for (let place = first; place < end; place++) ofActor[casts.actors[place]] += value / (end - first);
      }
      if (isEmpty) continue;
      if (channel < averages) {
        squash(ofCategory);
        squash(ofActor);
      }
      const categoryRow = (row * 2 * K + channel) * F;
      const actorRow = (row * 2 * K + K + channel) * F;
      for (let film = 0; film < F; film++) {
        wide[categoryRow + film] = ofCategory[films.category[film]];
        const first = casts.offsets[film];
        const end = casts.offsets[film + 1];
        let sum = 0;
        for (let place = first; place < end; place++) sum += ofActor[casts.actors[place]];
        if (sum !== 0) wide[actorRow + film] = (ACTOR_WEIGHT * sum) / (end - first);
      }
    }
  });
  return { size, channels, wide, scalars, allowed };
}

/** Shares of an average count by their logarithm, so that a category the customer tried once counts at all. In place. */
function squash(shares: Float64Array): void {
  for (let i = 0; i < shares.length; i++) if (shares[i] !== 0) shares[i] = Math.log1p(shares[i] / PRESENCE);
}

/** The casts of all films in one array: film i has `actors` from `offsets[i]` to `offsets[i + 1]`. */
function listCasts({ actors }: SlateFilms) {
  const offsets = new Int32Array(actors.length + 1);
  actors.forEach((cast, film) => (offsets[film + 1] = offsets[film] + cast.length));
  const all = new Int32Array(offsets[actors.length]);
  actors.forEach((cast, film) => all.set(cast, offsets[film]));
  return { offsets, actors: all };
}
