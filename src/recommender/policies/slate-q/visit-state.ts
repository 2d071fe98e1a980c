import type { SlateSettings } from './slate-settings';

/** Scalars of a state, in this order; see `VisitState.scalars`. */
export const SCALARS = 9;

/**
 * The part of a customer's history that the slate agent sees, at the start of a visit. Sparse: one column per film
 * that the customer has rented or seen.
 */
export interface StateSnapshot {
  /** Film numbers of the columns, [columns]. */
  readonly films: Int32Array;
  /** One row per channel, [channels · columns]. See {@link VisitState}. */
  readonly values: Float32Array;
  /** 1 for columns of rented films, [columns]. */
  readonly rented: Uint8Array;
  /** [SCALARS] */
  readonly scalars: Float32Array;
  /** The rented films in order of their first rental. */
  readonly history: Int32Array;
}

/** A list that was shown, and the customer's choice. */
export interface ObservedVisit {
  /** Films of the list, in order. Empty if the customer rented on their own, without a list of ours. */
  readonly list: readonly number[];
  /** The rented film; −1 for none. */
  readonly film: number;
  /** 1 to 5; 0 if unknown or no rental. */
  readonly stars: number;
}

/** Days between two visits count up to this. */
const MAX_GAP = 365;

/** Channels of a state: one per decay, two calendar counts, star-weighted counts, shown and not rented. */
export const channelCount = ({ decays }: SlateSettings): number => decays.length + 4;

/** Stars on a scale from −1 to 1. */
export const centeredStars = (stars: number): number => (stars === 0 ? 0 : (stars - 3) / 2);

/**
 * The state of one customer, updated in O(films seen) per visit:
 * - for each decay d, the average Σ d^age over rented films, as in DQN's state;
 * - counts of rentals that fade by the calendar, slowly and fast;
 * - counts weighted by stars, and counts of films that were shown and not rented;
 * - scalars: last stars, averages of stars (fast, slow), days since the last visit, averages of the gap between
 *   visits (fast, slow), last hit, hit rate, number of rentals.
 */
export class VisitState {
  private readonly columns = new Map<number, Float64Array>();
  private readonly rented = new Set<number>();
  private readonly scalars = new Float32Array(SCALARS);
  private rentals = 0;
  private lastVisit: number;
  private updatedOn: number;

  /** @param day the day on which observation of the customer starts */
  constructor(
    private readonly settings: SlateSettings,
    day = 0,
  ) {
    this.lastVisit = day;
    this.updatedOn = day;
  }

  /** A copy that can change on its own. */
  copy(): VisitState {
    const copy = new VisitState(this.settings);
    for (const [film, column] of this.columns) copy.columns.set(film, column.slice());
    for (const film of this.rented) copy.rented.add(film);
    copy.scalars.set(this.scalars);
    copy.rentals = this.rentals;
    copy.lastVisit = this.lastVisit;
    copy.updatedOn = this.updatedOn;
    return copy;
  }

  /** The state at the start of a visit on `day`. */
  snapshot(day: number): StateSnapshot {
    this.fadeTo(day);
    this.scalars[3] = this.gapUntil(day);
    const films = Int32Array.from(this.columns.keys());
    const channels = channelCount(this.settings);
    const values = new Float32Array(channels * films.length);
    films.forEach((film, column) => {
      const of = this.columns.get(film)!;
      for (let channel = 0; channel < channels; channel++) {
        values[channel * films.length + column] = of[channel];
      }
    });
    const rented = Uint8Array.from(films, (film) => Number(this.rented.has(film)));
    return { films, values, rented, scalars: this.scalars.slice(), history: this.history() };
  }

  /** The films the customer has rented, in order of their first rental. */
  history(): Int32Array {
    return Int32Array.from(this.rented);
  }

  /** Adds the outcome of a visit on `day`. */
  observe({ list, film, stars }: ObservedVisit, day: number): void {
    this.fadeTo(day);
    const shown = channelCount(this.settings) - 1;
    for (const seen of list) if (seen !== film) this.column(seen)[shown]++;
    if (film >= 0) this.rent(film, stars);
    const gap = this.gapUntil(day);
    const hit = Number(film >= 0);
    const { scalars } = this;
    scalars[4] += 0.3 * (gap - scalars[4]);
    scalars[5] += 0.1 * (gap - scalars[5]);
    scalars[6] = hit;
    scalars[7] += 0.3 * (hit - scalars[7]);
    scalars[8] = Math.min(this.rentals / 20, 2);
    this.lastVisit = day;
  }

  private rent(film: number, stars: number): void {
    const { decays } = this.settings;
    this.rentals++;
    this.rented.add(film);
    const own = this.column(film);
    decays.forEach((decay, channel) => {
      const share = decay === 0 ? 1 : (1 - decay) / (1 - decay ** this.rentals);
      for (const column of this.columns.values()) column[channel] *= 1 - share;
      own[channel] += share;
    });
    own[decays.length]++;
    own[decays.length + 1]++;
    const rating = centeredStars(stars);
    own[decays.length + 2] += rating;
    const { scalars } = this;
    scalars[0] = rating;
    scalars[1] += 0.3 * (rating - scalars[1]);
    scalars[2] += 0.1 * (rating - scalars[2]);
  }

  private gapUntil(day: number): number {
    return Math.log1p(Math.min(day - this.lastVisit, MAX_GAP));
  }

  private fadeTo(day: number): void {
    const days = day - this.updatedOn;
    if (days <= 0) return;
    this.updatedOn = day;
    const { decays, countsFadeIn, signalsFadeIn } = this.settings;
    const fading = [...countsFadeIn, signalsFadeIn, signalsFadeIn].map((time) => Math.exp(-days / time));
    for (const column of this.columns.values()) {
      fading.forEach((factor, index) => (column[decays.length + index] *= factor));
    }
  }

  private column(film: number): Float64Array {
    let column = this.columns.get(film);
    if (!column) {
      column = new Float64Array(channelCount(this.settings));
      this.columns.set(film, column);
    }
    return column;
  }
}
