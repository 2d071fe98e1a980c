/** Work in progress, bounded in total and for each caller. */
export interface Slots {
  /**
   * Takes places for one piece of work.
   * @param places how many places it needs; a piece that needs more than a caller may have needs all of those
   * @returns gives the places back, once; undefined if there are too few
   */
  take(key: string, perCaller: number, places?: number): (() => void) | undefined;
  /** Places that are taken. */
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
