/** A row of the table: one piece of work compared to an anchor. */
export interface Row {
  readonly work: string;
  /** CPU milliseconds of one call, unless `unit` says otherwise. */
  readonly value: number;
  readonly unit?: string;
  readonly anchor: string;
  /** Anchor divided by value: above 1 the work is faster than its anchor. */
  readonly ratio: number | null;
  /** The smallest ratio that is good enough; null if there is none. */
  readonly goal?: number | null;
}

/** Formats a row of the table. */
export function formatRow({ work, value, unit = 'ms CPU', anchor, ratio, goal }: Row): string {
  const shown = value < 10 ? value.toFixed(3) : value.toFixed(0);
  const verdict =
    ratio === null || !goal ? '' : ratio >= goal ? `≥ ${goal.toFixed(2)}` : `< ${goal.toFixed(2)} !`;
  const cells = [
    work.padEnd(62),
    `${shown} ${unit}`.padStart(15),
    (ratio === null ? 'skipped' : `${ratio.toFixed(2)} ×`).padStart(9),
    anchor.padEnd(26),
    verdict,
  ];
  return cells.join('  ');
}

const ROUNDS = 9;
const MIN_ROUND_MS = 60;

/** CPU time of all threads of this process, in milliseconds. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Measured work: CPU milliseconds of one call, by round. */
export type Timings<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/**
 * Measures several kinds of work in turns, so that a busy machine slows all of them equally.
 * @param work functions to call, by name; each gets the number of the call
 */
export async function interleave<Name extends string>(
  work: Readonly<Record<Name, (call: number) => unknown>>,
  rounds = ROUNDS,
): Promise<Timings<Name>> {
  const names = Object.keys(work) as Name[];
  const timings = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  let call = 0;
  for (const name of names) await work[name](call++);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const [startedAt, before] = [performance.now(), cpuMs()];
      let calls = 0;
      do {
        await work[name](call++);
        calls++;
      } while (performance.now() - startedAt < MIN_ROUND_MS);
      timings[name].push((cpuMs() - before) / calls);
    }
  }
  return timings;
}

/** The median of the rounds' ratios between two kinds of work: how many times faster `name` is than `anchor`. */
export function ratioOf<Name extends string>(timings: Timings<Name>, name: Name, anchor: Name): number {
  return median(timings[name].map((time, round) => timings[anchor][round] / time));
}

/** The exponent x in time ~ sizeˣ, between two sizes. */
export const exponent = (sizes: [number, number], times: [number, number]) =>
  Math.log(times[1] / times[0]) / Math.log(sizes[1] / sizes[0]);
