/** How films of a category are drawn. */
export interface Mark {
  color: string;
  shape: Shape;
}

export type Shape = 'circle' | 'triangle' | 'square' | 'diamond';

const SHAPES: readonly Shape[] = ['circle', 'triangle', 'square', 'diamond'];

/** Colors that people with color vision deficiency can tell apart (after Okabe and Ito), for light and dark pages. */
const LIGHT = ['#b8500a', '#0072b2', '#00805c', '#a3468a', '#8a6d00', '#3a3fb8', '#5d6670', '#c0182f'];
const DARK = ['#f0a05a', '#5ab4f0', '#3cc79a', '#e08cc4', '#e3c84e', '#9a9ef5', '#b4bcc6', '#ff7a85'];

/** Maps each category to a color and a shape. The combinations are unique for up to 32 categories. */
export function categoryMarks(categories: readonly string[], isDark: boolean): ReadonlyMap<string, Mark> {
  const colors = isDark ? DARK : LIGHT;
  return new Map(
    categories.map((name, index) => [
      name,
      {
        color: colors[index % colors.length],
        shape: SHAPES[Math.floor(index / colors.length) % SHAPES.length],
      },
    ]),
  );
}

/** The outline of a shape around 0, 0 as an SVG path, also for a canvas. */
export function shapePath(shape: Shape, radius: number): string {
  const r = radius;
  switch (shape) {
    case 'circle':
      return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
    case 'triangle':
      return `M0,${-1.25 * r}L${1.15 * r},${0.85 * r}L${-1.15 * r},${0.85 * r}Z`;
    case 'square':
      return `M${-0.9 * r},${-0.9 * r}h${1.8 * r}v${1.8 * r}h${-1.8 * r}Z`;
    case 'diamond':
      return `M0,${-1.3 * r}L${1.3 * r},0L0,${1.3 * r}L${-1.3 * r},0Z`;
  }
}
