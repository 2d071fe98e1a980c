/** The golden angle: hues that follow each other in the list are far apart, however many there are. */
const TURN = 137.508;

/** A colour for each category, by its place in the list, as light as the page's background asks. */
export function categoryColours(categories: readonly string[], isDark: boolean): ReadonlyMap<string, string> {
  return new Map(
    categories.map((name, place) => [
      name,
      `oklch(${isDark ? 0.76 : 0.6} ${place % 2 ? 0.13 : 0.17} ${(30 + place * TURN) % 360})`,
    ]),
  );
}
