// Own code: the packages that draw SVG plots need a DOM, which Node does not have.

/** The scale of an axis. */
export type AxisScale = 'log' | 'linear';

/** A line through points. It has a gap where y is null. */
export interface Line {
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly color: string;
  readonly width: number;
  /** The name in the legend. */
  readonly label?: string;
}

/** A plot. Its lines share both axes. */
export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly xAxis: AxisScale;
  readonly lines: readonly Line[];
}

const WIDTH = 860;
const PLOT_HEIGHT = 300;
const MARGIN = { left: 64, right: 20, top: 40, bottom: 46 };

/** Draws plots below each other as SVG. */
export function drawPlots(plots: readonly Plot[]): string {
  const height = plots.length * PLOT_HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${plots.map((plot, i) => `<g transform="translate(0 ${i * PLOT_HEIGHT})">\n${draw(plot)}\n</g>`).join('\n')}
</svg>
`;
}

function draw({ title, xLabel, xAxis, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points.filter(({ y }) => y !== null));
  const xScale = xAxis === 'log' ? logScale : linearScale;
  const x = xScale(
    points.map((point) => point.x),
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = linearScale(
    points.map((point) => point.y as number),
    [PLOT_HEIGHT - MARGIN.bottom, MARGIN.top],
  );
  const bottom = PLOT_HEIGHT - MARGIN.bottom;
  return [
    `<text x="${MARGIN.left}" y="22" font-size="15" font-weight="600" fill="#1b1b1f">${escapeXml(title)}</text>`,
    ...y.ticks.map(
      (tick) =>
        `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="#e4e4ea"/>` +
        `<text x="${MARGIN.left - 8}" y="${y.at(tick)}" dy=".35em" text-anchor="end" fill="#55555f">${show(tick)}</text>`,
    ),
    ...x.ticks.map(
      (tick) =>
        `<text x="${x.at(tick)}" y="${bottom + 18}" text-anchor="middle" fill="#55555f">${show(tick)}</text>`,
    ),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${bottom + 36}" text-anchor="middle" fill="#55555f">${escapeXml(xLabel)}</text>`,
    ...lines.map(
      ({ points: own, color, width }) =>
        `<path d="${path(own, x.at, y.at)}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round"/>`,
    ),
    ...legend(lines),
  ].join('\n');
}

/** The labels of the lines, stacked at the right. */
function legend(lines: readonly Line[]): string[] {
  return lines
    .filter(({ label }) => label !== undefined)
    .map(
      ({ label, color }, i) =>
        `<text x="${WIDTH - MARGIN.right - 4}" y="${MARGIN.top + 4 + i * 15}" text-anchor="end" fill="${color}">${escapeXml(label!)}</text>`,
    );
}

/** Maps values to a range of coordinates, with round numbers to label. */
interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

type Coordinates = readonly [from: number, to: number];

function linearScale(values: readonly number[], range: Coordinates): Scale {
  const { min, max } = extent(values);
  const [low, high] = min < max ? [min, max] : [(values[0] ?? 0) - 0.5, (values[0] ?? 0) + 0.5];
  const step = roundStep((high - low) / 5);
  const first = Math.ceil(low / step) * step;
  const count = Math.floor((high - first) / step + 1e-9) + 1;
  return {
    at: interpolate(low, high, range),
    ticks: Array.from({ length: count }, (_, i) => first + i * step),
  };
}

/** A logarithmic scale of positive values, labeled at 1, 2 and 5 times the powers of ten. */
function logScale(values: readonly number[], range: Coordinates): Scale {
  const { min, max } = extent(values.filter((value) => value > 0));
  const [low, high] = min < max ? [min, max] : [(values[0] ?? 1) / 2, (values[0] ?? 1) * 2];
  const at = interpolate(Math.log(low), Math.log(high), range);
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  return {
    at: (value) => at(Math.log(Math.max(value, low))),
    ticks: powers
      .flatMap((power) => [power, 2 * power, 5 * power])
      .filter((tick) => tick >= low && tick <= high),
  };
}

function extent(values: readonly number[]): { min: number; max: number } {
  return {
    min: values.reduce((a, b) => Math.min(a, b), Infinity),
    max: values.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

const interpolate =
  (low: number, high: number, [from, to]: Coordinates) =>
  (value: number): number =>
    Number((from + ((value - low) / (high - low)) * (to - from)).toFixed(2));

/** Rounds a step up to 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5, 10].find((times) => times * power >= step) ?? 10);
}

const show = (value: number) => String(Number(value.toPrecision(6)));

function path(points: Line['points'], x: Scale['at'], y: Scale['at']): string {
  let pen = 'M';
  let drawn = '';
  for (const point of points) {
    if (point.y === null) {
      pen = 'M';
      continue;
    }
    drawn += `${pen}${x(point.x)} ${y(point.y)}`;
    pen = 'L';
  }
  return drawn;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
