import { LRUCache } from 'lru-cache';

interface Level {
  /** The remaining allowance; negative if more was charged than remained. */
  left: number;
  /** The `performance.now()` at which `left` was computed. */
  at: number;
}

/** Allowances of callers. They refill continuously over a minute. */
export interface TokenBuckets {
  /** Takes an amount from a caller's allowance. Returns false, without taking it, if the allowance is used up. */
  take(key: string, perMinute: number, amount?: number): boolean;
  /** Takes an amount from a caller's allowance, even if it becomes negative. */
  charge(key: string, perMinute: number, amount: number): void;
  /** Returns the number of seconds until the allowance is positive again. */
  secondsUntilRefilled(key: string, perMinute: number): number;
}

/** Max number of callers to keep. The least recently used one is dropped first. */
const MAX_CALLERS = 50_000;
const MINUTE_MS = 60_000;

/** Creates the allowances of any number of callers. Infinity means no limit. */
export function createTokenBuckets(): TokenBuckets {
  const levels = new LRUCache<string, Level>({ max: MAX_CALLERS });
  const levelOf = (key: string, perMinute: number): Level => {
    const now = performance.now();
    let level = levels.get(key);
    if (!level) levels.set(key, (level = { left: perMinute, at: now }));
    level.left = Math.min(perMinute, level.left + ((now - level.at) / MINUTE_MS) * perMinute);
    level.at = now;
    return level;
  };
  return {
    take: (key, perMinute, amount = 1) => {
      if (perMinute === Infinity) return true;
      const level = levelOf(key, perMinute);
      if (level.left < amount) return false;
      level.left -= amount;
      return true;
    },
    charge: (key, perMinute, amount) => {
      if (perMinute !== Infinity) levelOf(key, perMinute).left -= amount;
    },
    secondsUntilRefilled: (key, perMinute) => {
      if (perMinute === Infinity) return 0;
      const missing = 1 - levelOf(key, perMinute).left;
      return Math.max(1, Math.ceil((missing / perMinute) * 60));
    },
  };
}
