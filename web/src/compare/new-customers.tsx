import { POLICIES } from '../policies/policies';
import type { Result } from './results-table';
import styles from './compare.module.css';

const WIDTH = 640;
const HEIGHT = 220;
const MARGIN = { left: 44, right: 110, top: 12, bottom: 34 };

/** Curves of NDCG over the number of rentals that a new customer has made. The table below them has the numbers. */
export function NewCustomers({ results }: { results: readonly Result[] }) {
  const curves = results.map(({ policy, groups }) => ({
    policy,
    points: groups.flatMap(({ profileLength, ndcg }) =>
      profileLength === null || profileLength === undefined
        ? []
        : [{ rentals: profileLength, ndcg: ndcg.mean }],
    ),
  }));
  const lengths = curves[0].points.map(({ rentals }) => rentals);
  if (lengths.length < 2) return null;
  const max = Math.max(...curves.flatMap(({ points }) => points.map(({ ndcg }) => ndcg))) || 1;
  // Profiles of 0, 1, 2, 5 and 10 rentals are placed at equal distances.
  const x = (index: number) =>
    MARGIN.left + ((WIDTH - MARGIN.left - MARGIN.right) * index) / (lengths.length - 1);
  const y = (value: number) => HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * value) / max;
  return (
    <>
      <h3 className={styles.caption}>New customers, by the number of their rentals</h3>
      <svg className={styles.curves} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, max / 2, max].map((value) => (
          <g key={value}>
            <line x1={x(0)} x2={x(lengths.length - 1)} y1={y(value)} y2={y(value)} className={styles.scale} />
            <text x={MARGIN.left - 8} y={y(value) + 4} textAnchor="end">
              {value.toFixed(2)}
            </text>
          </g>
        ))}
        {lengths.map((length, index) => (
          <text key={length} x={x(index)} y={HEIGHT - 14} textAnchor="middle">
            {index === 0 ? `${length} rentals` : length}
          </text>
        ))}
        {spread(curves.map(({ points }) => y(points.at(-1)?.ndcg ?? 0))).map((labelY, index) => {
          const { policy, points } = curves[index];
          return (
            <g key={policy} data-curve={index}>
              <polyline points={points.map(({ ndcg }, place) => `${x(place)},${y(ndcg)}`).join(' ')} />
              <text x={x(lengths.length - 1) + 10} y={labelY + 4}>
                {POLICIES[policy].name}
              </text>
            </g>
          );
        })}
      </svg>
    </>
  );
}

/** Moves labels apart so that they do not overlap, and keeps their order. */
function spread(values: readonly number[]): number[] {
  const placed = [...values];
  const order = values.map((_, index) => index).sort((a, b) => values[b] - values[a]);
  order.forEach((index, place) => {
    if (place > 0) placed[index] = Math.min(placed[index], placed[order[place - 1]] - 15);
  });
  return placed;
}
