import type { RatingScale, StoreVisits, Visit } from '../visit';
import type { SlateSettings } from './slate-settings';
import { VisitLog } from './visit-log';
import { type ObservedVisit, type StateSnapshot, VisitState } from './visit-state';

/** Columns of all logged states together, about 40 bytes each; the oldest visits are left out. */
const MAX_COLUMNS = 4_000_000;
/** Steps before this day have no time: they shape states, but they are no visits. */
const FIRST_DAY = 1;

/** The state of a customer at the start of a visit on `today`. The visit of that day counts as far as films were rented. */
export function stateOn(
  today: number,
  visits: readonly Visit[],
  settings: SlateSettings,
  ratings?: RatingScale,
): StateSnapshot {
  const state = new VisitState(settings, visits[0]?.day ?? today);
  for (const visit of visits) {
    if (visit.day < today || visit.film >= 0) state.observe(observed(visit, ratings), visit.day);
  }
  return state.snapshot(today);
}

/** The log of all visits of a store, each with the state at its start. */
export function logVisits({ customers, ratings }: StoreVisits, settings: SlateSettings): VisitLog {
  const steps = customers.flatMap((visits, customer) => visits.map((visit) => ({ customer, visit })));
  steps.sort((a, b) => a.visit.day - b.visit.day);
  const states = customers.map((visits) => new VisitState(settings, visits[0]?.day));
  const first = findFirst(steps);
  const log = new VisitLog();
  steps.forEach(({ customer, visit }, index) => {
    const { day } = visit;
    const outcome = observed(visit, ratings);
    if (index >= first && day >= FIRST_DAY) {
      log.add({ ...outcome, customer, day, state: states[customer].snapshot(day) });
    }
    states[customer].observe(outcome, day);
  });
  return log;
}

/** The oldest step whose state, with those of all later steps, has at most `MAX_COLUMNS` columns. */
function findFirst(steps: readonly { readonly customer: number; readonly visit: Visit }[]): number {
  const seen = new Map<number, Set<number>>();
  const columns = steps.map(({ customer, visit: { list, film } }) => {
    const films = seen.get(customer) ?? new Set<number>();
    seen.set(customer, films);
    const before = films.size;
    for (const one of list) films.add(one);
    if (film >= 0) films.add(film);
    return before;
  });
  let total = 0;
  return 1 + columns.findLastIndex((size) => (total += size) > MAX_COLUMNS);
}

const observed = ({ list, film, rating }: Visit, ratings?: RatingScale): ObservedVisit => ({
  list,
  film,
  stars: film < 0 || Number.isNaN(rating) ? 0 : toStars(rating, ratings),
});

/** A rating on a scale from 1 to 5. */
function toStars(rating: number, scale?: RatingScale): number {
  if (!scale || scale.lowest === scale.highest) return 3;
  const share = (rating - scale.lowest) / (scale.highest - scale.lowest);
  return 1 + 4 * Math.min(1, Math.max(0, share));
}
