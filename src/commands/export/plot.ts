/** A line through points; it breaks where y is null. */
export interface Line {
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  readonly colour: string;
  readonly width: number;
}

/** One plot: its lines share both axes. */
export interface Plot {
  readonly title: string;
  readonly xLabel: string;
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
${plots.map((plot, at) => `<g transform="translate(0 ${at * PLOT_HEIGHT})">\n${draw(plot)}\n</g>`).join('\n')}
</svg>
`;
}

function draw({ title, xLabel, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points.filter(({ y }) => y !== null));
  const x = scale(
    points.map((point) => point.x),
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = scale(
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
      ({ points: own, colour, width }) =>
        `<path d="${path(own, x.at, y.at)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`,
    ),
  ].join('\n');
}

type Scale = { at: (value: number) => number; ticks: number[] };

/** Maps values to a stretch of the page, with about five round numbers to mark. */
function scale(values: readonly number[], [from, to]: readonly [number, number]): Scale {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [low, high] = least < most ? [least, most] : [(values[0] ?? 0) - 0.5, (values[0] ?? 0) + 0.5];
  const step = roundStep((high - low) / 5);
  const first = Math.ceil(low / step) * step;
  const count = Math.floor((high - first) / step + 1e-9) + 1;
  return {
    at: (value) => Number((from + ((value - low) / (high - low)) * (to - from)).toFixed(2)),
    ticks: Array.from({ length: count }, (_, at) => first + at * step),
  };
}

/** 1, 2 or 5 times a power of ten. */
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
