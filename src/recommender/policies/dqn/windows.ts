import type { Random } from '../../../random';

/** A section of a logged history. */
export interface Window {
  /** The customer's whole history, oldest first. */
  readonly history: Int32Array;
  /** The index of the first rental that is predicted. */
  readonly from: number;
  /** The target film at each index from `from` on: the film rented there, or one rented later. */
  readonly choices: Int32Array;
}

/** Options of `cutWindows`. */
export interface WindowOptions {
  /** Max number of targets in a window. */
  readonly window: number;
  /** γ: a target lies k rentals ahead with probability (1 − γ) γᵏ. */
  readonly discount: number;
}

/**
 * Cuts histories into windows so that every rental is predicted once. Cuts long histories at random indexes. Each call
 * draws new targets.
 */
export function cutWindows(
  histories: readonly Int32Array[],
  { window, discount }: WindowOptions,
  random: Random,
): Window[] {
  return histories.flatMap((history) => {
    if (history.length === 0) return [];
    const first = history.length > window ? 1 + random.integer(window) : history.length;
    const windows: Window[] = [];
    for (let from = 0, to = first; from < history.length; from = to, to = from + window) {
      const end = Math.min(to, history.length);
      const choices = Int32Array.from({ length: end - from }, (_, index) =>
        drawTarget(history, from + index, discount, random),
      );
      windows.push({ history, from, choices });
    }
    return windows;
  });
}

/**
 * The film rented k rentals after `index`, k geometric with mean γ / (1 − γ): a sample of the discounted future
 * occupancy, the distribution whose expectation of rewards is Q. Beyond the end of the history, k wraps around within
 * the remaining rentals.
 */
function drawTarget(history: Int32Array, index: number, discount: number, random: Random): number {
  if (discount === 0) return history[index];
  const ahead = Math.floor(Math.log(1 - random.next()) / Math.log(discount));
  return history[index + (ahead % (history.length - index))];
}

/** Takes windows from the end of the list until the batch is full: at most `batch` windows or `positions` targets. */
export function takeBatch(
  windows: Window[],
  { batch, positions }: { batch: number; positions: number },
): Window[] {
  const taken: Window[] = [];
  let count = 0;
  for (let next = windows.at(-1); next; next = windows.at(-1)) {
    if (taken.length > 0 && (taken.length === batch || count + next.choices.length > positions)) break;
    taken.push(next);
    count += next.choices.length;
    windows.pop();
  }
  return taken;
}
