import type { SystemActivityQuery } from '../api/operations.generated';

type Activity = SystemActivityQuery['system'];
type ImpressionDay = Activity['impressionDays'][number];

/** Rentals and impressions of one day. */
export interface Day {
  /** YYYY-MM-DD in UTC. */
  date: string;
  rentals: number;
  impressions: number;
  /** Impressions that led to a rental. */
  rented: number;
}

/** Impressions of one version over all days. */
export interface VersionActivity extends Omit<ImpressionDay, 'date'> {
  /** Share of the impressions that led to a rental; undefined without impressions. */
  hitRate: number | undefined;
}

const DAY_MS = 86_400_000;

/** Sums up rentals and impressions by day, for every day until `today`, oldest first. */
export function activityByDay({ rentalDays, impressionDays }: Activity, today: Date, count = 30): Day[] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(today.getTime() - (count - 1 - i) * DAY_MS).toISOString().slice(0, 10);
    const lists = impressionDays.filter((day) => day.date === date);
    return {
      date,
      rentals: rentalDays.find((day) => day.date === date)?.rentals ?? 0,
      impressions: lists.reduce((sum, { impressions }) => sum + impressions, 0),
      rented: lists.reduce((sum, { rented }) => sum + rented, 0),
    };
  });
}

/** Sums up impressions by version, most impressions first. */
export function activityByVersion(days: readonly ImpressionDay[]): VersionActivity[] {
  const versions = new Map<string, VersionActivity>();
  for (const { policy, version, impressions, rented } of days) {
    const key = `${policy} ${version}`;
    const sum = versions.get(key) ?? { policy, version, impressions: 0, rented: 0, hitRate: undefined };
    const total = { ...sum, impressions: sum.impressions + impressions, rented: sum.rented + rented };
    versions.set(key, { ...total, hitRate: hitRate(total) });
  }
  return [...versions.values()].sort((a, b) => b.impressions - a.impressions);
}

/** The share of impressions that led to a rental; undefined without impressions. */
export const hitRate = ({
  impressions,
  rented,
}: {
  impressions: number;
  rented: number;
}): number | undefined => (impressions > 0 ? rented / impressions : undefined);
