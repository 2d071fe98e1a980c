import { bootstrapSums, type Interval } from '../metrics/bootstrap';
import type { Visit } from './simulate';

/** What came of a contestant's visits. */
export interface SimulationSummary {
  readonly name: string;
  /** Visits with a rental, of all of them; and of the last fifth, where it ends. */
  readonly hitRate: Interval;
  readonly finalHitRate: Interval;
  /** The chance of a rental in the last fifth: the same without the customers' own luck. */
  readonly finalHitChance: Interval;
  /** By how much the first contestant's chance was higher then, visit by visit, with the same customers arriving. */
  readonly behind: Interval;
  /** Mean regret of a visit. */
  readonly regret: Interval;
  /** Hit rates of ten stretches of the visits, in order. */
  readonly course: readonly number[];
}

/** Sums up visits, of one world or of several, `first` those of the first contestant; intervals by bootstrap over customers. */
export function summarizeVisits(
  name: string,
  worlds: readonly (readonly Visit[])[],
  first: readonly (readonly Visit[])[] = worlds,
  seed = 1,
): SimulationSummary {
  const all = worlds.flat();
  const lastOf = (of: typeof worlds) => of.flatMap((visits) => visits.slice(Math.floor(0.8 * visits.length)));
  const [last, lastOfFirst] = [lastOf(worlds), lastOf(first)];
  const stretch = (at: number) =>
    worlds.flatMap((visits) => visits.slice((at * visits.length) / 10, ((at + 1) * visits.length) / 10));
  const hits = (visits: readonly Visit[]) => visits.filter(({ isHit }) => isHit).length / visits.length;
  return {
    name,
    hitRate: meanOver(all, ({ isHit }) => Number(isHit), seed),
    finalHitRate: meanOver(last, ({ isHit }) => Number(isHit), seed),
    finalHitChance: meanOver(last, ({ hitChance }) => hitChance, seed),
    behind: meanOver(last, ({ hitChance }, at) => lastOfFirst[at].hitChance - hitChance, seed),
    regret: meanOver(all, ({ regret }) => regret, seed),
    course: Array.from({ length: 10 }, (_, at) => hits(stretch(at))),
  };
}

function meanOver(
  visits: readonly Visit[],
  value: (visit: Visit, at: number) => number,
  seed: number,
): Interval {
  const byCustomer = new Map<number, Float64Array>();
  visits.forEach((visit, at) => {
    const sums = byCustomer.get(visit.customer) ?? new Float64Array(2);
    sums[0] += value(visit, at);
    sums[1]++;
    byCustomer.set(visit.customer, sums);
  });
  return bootstrapSums([...byCustomer.values()], ([sum, count]) => sum / count, seed);
}
