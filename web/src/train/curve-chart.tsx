import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useColours } from '../frame/use-colours';
import { useWidth } from '../frame/use-width';
import { smooth } from './smooth';
import styles from './train.module.css';

/** The curve of one run. */
export interface Curve {
  name: string;
  colour: string;
  steps: readonly number[];
  values: readonly (number | null)[];
}

const HEIGHT = 220;

/** A line chart of one or more runs. If smoothing is on, the raw values of the first run are drawn faintly. */
export function CurveChart({
  title,
  curves,
  smoothing,
  digits = 3,
}: {
  title: string;
  curves: readonly Curve[];
  /** Between 0 and 1. */
  smoothing: number;
  digits?: number;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const width = useWidth(frame);
  const colours = useColours();
  const data = useMemo(() => toData(curves, smoothing), [curves, smoothing]);
  const lines = curves.map(({ name, colour }) => `${name}\n${colour}`).join('\n');
  const hasFaint = smoothing > 0 && curves.length > 0;

  useEffect(() => {
    if (!frame.current || width === 0) return;
    const axis: uPlot.Axis = {
      stroke: colours.muted,
      font: '12px "Geist Variable", sans-serif',
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
    };
    const line = (label: string, stroke: string, strokeWidth: number, alpha = 1): uPlot.Series => ({
      label,
      stroke,
      width: strokeWidth,
      alpha,
      spanGaps: true,
      // Points are drawn only for sparse curves.
      ...(alpha < 1 && { points: { show: false } }),
      value: (_plot, value: number | null) => (value === null ? '–' : value.toFixed(digits)),
    });
    const series = lines
      ? lines.split('\n').reduce<uPlot.Series[]>((all, part, index, parts) => {
          return index % 2 === 0 ? [...all, line(part, parts[index + 1], 2)] : all;
        }, [])
      : [];
    const own = series[0]?.stroke as string | undefined;
    const drawn = new uPlot(
      {
        width,
        height: HEIGHT,
        padding: [10, 12, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { size: 7 } },
        scales: { x: { time: false } },
        axes: [
          { ...axis, size: 28, values: (_plot, values) => values.map(shortNumber) },
          { ...axis, size: 52 },
        ],
        series: [{}, ...(hasFaint && own ? [line('raw', own, 1, 0.25)] : []), ...series],
        hooks: { setCursor: [(chart) => showValues(chart, readout.current)] },
      },
      [[]],
      frame.current,
    );
    plot.current = drawn;
    return () => drawn.destroy();
  }, [width, colours, lines, hasFaint, digits]);

  useEffect(() => {
    plot.current?.setData(data);
  }, [data, width, colours, lines, hasFaint, digits]);

  const readout = useRef<HTMLSpanElement>(null);
  const [first] = curves;
  const last = first?.values.findLast((value) => value !== null);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <h3>{title}</h3>
        <span className={styles.latest}>{last == null ? '' : last.toFixed(digits)}</span>
        <span ref={readout} className={styles.readout} aria-hidden="true" />
      </figcaption>
      <div
        ref={frame}
        className={styles.plot}
        style={{ minHeight: HEIGHT }}
        role="img"
        aria-label={
          last == null
            ? `${title}: no data yet`
            : `${title} of ${first.name}: ${last.toFixed(digits)} at step ${first.steps.at(-1)}`
        }
      />
    </figure>
  );
}

function toData(curves: readonly Curve[], smoothing: number): uPlot.AlignedData {
  if (curves.length === 0) return [[]];
  const tables = curves.map(({ steps, values }, index): uPlot.AlignedData => {
    const smoothed = smooth(steps, values, smoothing);
    return index === 0 && smoothing > 0 ? [[...steps], [...values], smoothed] : [[...steps], smoothed];
  });
  return tables.length === 1 ? tables[0] : uPlot.join(tables);
}

/** Shows the values under the pointer. */
function showValues({ cursor, data, series }: uPlot, element: HTMLElement | null): void {
  if (!element) return;
  const index = cursor.idx;
  if (index == null || !data[0].length) {
    element.textContent = '';
    return;
  }
  const values = series.slice(1).map(({ value }, line) => {
    const shown = data[line + 1][index];
    return shown == null ? undefined : (value as (plot: unknown, value: number) => string)(undefined, shown);
  });
  element.textContent = `step ${data[0][index]}: ${values.filter(Boolean).join(', ')}`;
}

const shortNumber = (value: number) => (value >= 10_000 ? `${value / 1_000}k` : String(value));
