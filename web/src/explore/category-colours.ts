/** The golden angle in degrees. Consecutive multiples of it give hues that are far apart. */
const GOLDEN_ANGLE = 137.508;

/** Maps each category to a colour, based on its index in the list. */
export function categoryColours(categories: readonly string[], isDark: boolean): ReadonlyMap<string, string> {
  return new Map(
    categories.map((name, index) => [
      name,
      `oklch(${isDark ? 0.76 : 0.6} ${index % 2 ? 0.13 : 0.17} ${(30 + index * GOLDEN_ANGLE) % 360})`,
    ]),
  );
}
