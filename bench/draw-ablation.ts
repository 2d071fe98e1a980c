/** A variant of the agent, and its NDCG@10 for each seed. */
export interface VariantResult {
  readonly name: string;
  readonly ndcg: readonly number[];
}

const WIDTH = 860;
const LABEL = 300;
const ROW = 40;
const TOP = 56;
const BAR = LABEL + 16;
const LONGEST = WIDTH - BAR - 90;

/** Draws one bar per variant (the mean over seeds) with one dot per seed; the line marks the agent with all parts. SVG. */
export function drawAblation(results: readonly VariantResult[], title: string): string {
  const most = Math.max(...results.flatMap(({ ndcg }) => ndcg));
  const x = (value: number) => Number((BAR + (value / most) * LONGEST).toFixed(1));
  const whole = x(mean(results[0].ndcg));
  const height = TOP + results.length * ROW + 12;
  const rows = results.map(({ name, ndcg }, row) => {
    const y = TOP + row * ROW;
    const value = mean(ndcg);
    return [
      `<text x="${LABEL}" y="${y + 20}" text-anchor="end" fill="#1b1b1f">${name}</text>`,
      `<rect x="${BAR}" y="${y + 4}" width="${x(value) - BAR}" height="24" rx="3" fill="${row === 0 ? '#c2410c' : '#d9c7b8'}"/>`,
      ...ndcg.map((one) => `<circle cx="${x(one)}" cy="${y + 16}" r="3.5" fill="#1b1b1f"/>`),
      `<text x="${x(most) + 14}" y="${y + 20}" fill="#55555f">${value.toFixed(4).slice(1)}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="30" font-size="16" font-weight="600" fill="#1b1b1f">${title}</text>
${rows.join('\n')}
<line x1="${whole}" x2="${whole}" y1="${TOP - 6}" y2="${height - 10}" stroke="#c2410c" stroke-dasharray="4 3"/>
</svg>
`;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
