/** Slots for work in progress, limited in total and per caller. */
export interface Slots {
  /**
   * Takes slots for one piece of work.
   * @param places the number of slots; capped at the limit of a caller
   * @returns a function that releases the slots (further calls have no effect); undefined if too few are free
   */
  take(key: string, perCaller: number, places?: number): (() => void) | undefined;
  /** The number of slots in use. */
  inUse(): number;
}

/** Creates slots. */
export function createSlots(total: number): Slots {
  const byCaller = new Map<string, number>();
  let inUse = 0;
  return {
    take: (key, perCaller, asked = 1) => {
      const places = Math.min(asked, perCaller);
      const own = byCaller.get(key) ?? 0;
      if (inUse + places > total || own + places > perCaller) return undefined;
      inUse += places;
      byCaller.set(key, own + places);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        inUse -= places;
        const left = (byCaller.get(key) ?? 0) - places;
        if (left > 0) byCaller.set(key, left);
        else byCaller.delete(key);
      };
    },
    inUse: () => inUse,
  };
}
