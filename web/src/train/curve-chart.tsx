import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useColors } from '../frame/use-colors';
import { useWidth } from '../frame/use-width';
import { chartPng } from './chart-png';
import { saveFile } from './save-file';
import { smooth } from './smooth';
import styles from './train.module.css';

/** The curve of one run. */
export interface Curve {
  name: string;
  color: string;
  /** Steps or seconds, ascending. */
  xs: readonly number[];
  values: readonly (number | null)[];
}

/** A range of the x axis. */
export interface Range {
  min: number;
  max: number;
}

/** How the axes of a chart are drawn. */
export interface Axes {
  /** The name of the x axis. */
  xName: 'step' | 'seconds';
  isLogX: boolean;
  isLogY: boolean;
  /** The zoomed range; undefined for all. */
  zoom: Range | undefined;
}

const HEIGHT = 220;
/** Charts with the same key share the cursor position. */
const SYNC = uPlot.sync('train');

/** A line chart of one or more runs. If smoothing is on, the raw values of the first run are drawn faintly. */
export function CurveChart({
  title,
  heading,
  curves,
  smoothing,
  digits,
  axes: { xName, isLogX, isLogY, zoom },
  hasHeadline,
  onZoom,
}: {
  title: string;
  /** The title, possibly with a tooltip. */
  heading: ReactNode;
  curves: readonly Curve[];
  /** Between 0 and 1. */
  smoothing: number;
  digits: number;
  axes: Axes;
  /** Whether to show the latest value next to the title. */
  hasHeadline: boolean;
  onZoom: (zoom: Range | undefined) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const zoomRange = useRef(zoom);
  const zoomHandler = useRef(onZoom);
  const width = useWidth(frame);
  const colors = useColors();
  const [index, setIndex] = useState<number | null>(null);
  const data = useMemo(() => toData(curves, smoothing, isLogY), [curves, smoothing, isLogY]);
  const lines = curves.map(({ name, color }) => `${name}\n${color}`).join('\n');
  const hasRaw = smoothing > 0 && curves.length > 0;

  useEffect(() => {
    zoomHandler.current = onZoom;
  }, [onZoom]);

  useEffect(() => {
    if (!frame.current || width === 0) return;
    const axis: uPlot.Axis = {
      stroke: colors.muted,
      font: '12px "Geist Variable", sans-serif',
      grid: { stroke: colors.line, width: 1 },
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
    });
    const parts = lines ? lines.split('\n') : [];
    const series = parts.flatMap((name, i) => (i % 2 === 0 ? [line(name, parts[i + 1], 2)] : []));
    const chart = new uPlot(
      {
        width,
        height: HEIGHT,
        padding: [10, 12, 0, 0],
        legend: { show: false },
        cursor: {
          y: false,
          points: { size: 7 },
          sync: { key: SYNC.key, scales: ['x', null] },
          drag: { x: true, y: false, setScale: false },
          bind: {
            dblclick: () => () => {
              zoomHandler.current(undefined);
              return null;
            },
          },
        },
        scales: {
          x: {
            time: false,
            distr: isLogX ? 3 : 1,
            range: (_plot, min, max) => {
              const { min: from, max: to } = zoomRange.current ?? { min, max };
              return isLogX ? [Math.max(from, 1), Math.max(to, 2)] : [from, Math.max(to, from + 1)];
            },
          },
          y: isLogY ? { distr: 3 } : {},
        },
        axes: [
          { ...axis, size: 28, values: (_plot, values) => values.map((value) => shortNumber(value)) },
          { ...axis, size: 56, values: (_plot, values) => values.map((value) => shortNumber(value)) },
        ],
        series: [{}, ...(hasRaw ? [line('raw', parts[1], 1, 0.25)] : []), ...series],
        hooks: {
          setCursor: [({ cursor }) => setIndex(cursor.idx ?? null)],
          setSelect: [
            (self) => {
              const { left, width: selected } = self.select;
              if (selected < 8) return;
              zoomHandler.current({
                min: self.posToVal(left, 'x'),
                max: self.posToVal(left + selected, 'x'),
              });
              self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            },
          ],
        },
      },
      [[]],
      frame.current,
    );
    plot.current = chart;
    return () => chart.destroy();
  }, [width, colors, lines, hasRaw, isLogX, isLogY]);

  useEffect(() => {
    zoomRange.current = zoom;
    plot.current?.setData(data);
  }, [data, zoom, width, colors, lines, hasRaw, isLogX, isLogY]);

  const [first] = curves;
  const last = first?.values.findLast((value) => value !== null);
  const offset = hasRaw ? 2 : 1;
  const savePng = async () => {
    const canvas = plot.current?.ctx.canvas;
    if (canvas) saveFile(`${title}.png`, await chartPng(canvas, title, curves, colors));
  };
  return (
    <figure className={styles.chart}>
      <figcaption>
        <h3>{heading}</h3>
        {hasHeadline && <span className={styles.latest}>{last == null ? '' : last.toFixed(digits)}</span>}
        <button type="button" className={`bare ${styles.png}`} onClick={() => void savePng()}>
          PNG<span className="visually-hidden"> of {title}</span>
        </button>
      </figcaption>
      <div
        ref={frame}
        className={styles.plot}
        style={{ minHeight: HEIGHT }}
        role="img"
        aria-label={
          last == null
            ? `${title}: no data yet`
            : `${title} of ${first.name}: ${last.toFixed(digits)} at ${xName === 'step' ? 'step' : 'second'} ${first.xs.at(-1)}`
        }
      />
      <ul className={styles.readout} aria-hidden="true">
        <li className="muted">
          {index === null || data[0][index] === undefined
            ? `by ${xName}${isLogX ? ', log scale' : ''}`
            : `${xName} ${shortNumber(data[0][index])}`}
        </li>
        {curves.map(({ name, color }, i) => {
          const value = index === null ? undefined : data[i + offset]?.[index];
          return (
            <li key={name}>
              <span className={styles.swatch} style={{ background: color }} /> {name}
              {value != null && <strong> {value.toFixed(digits)}</strong>}
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

/** Aligns the curves on common x values. A logarithmic axis has no place for values of 0 or less. */
function toData(curves: readonly Curve[], smoothing: number, isLogY: boolean): uPlot.AlignedData {
  if (curves.length === 0) return [[]];
  const positive = (values: readonly (number | null)[]) =>
    isLogY ? values.map((value) => (value !== null && value > 0 ? value : null)) : [...values];
  const tables = curves.map(({ xs, values }, i): uPlot.AlignedData => {
    const smoothed = positive(smooth(xs, values, smoothing));
    return i === 0 && smoothing > 0 ? [[...xs], positive(values), smoothed] : [[...xs], smoothed];
  });
  return tables.length === 1 ? tables[0] : uPlot.join(tables);
}

/** Formats a number for an axis, such as 25k or 1e-5. */
function shortNumber(value: number | null): string {
  if (value === null) return '';
  const size = Math.abs(value);
  if (size >= 10_000) return `${Number((value / 1_000).toPrecision(4))}k`;
  if (size > 0 && size < 0.001) return value.toExponential(0);
  return String(Number(value.toPrecision(4)));
}
