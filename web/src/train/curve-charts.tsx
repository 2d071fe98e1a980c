import { type ReactNode, useId, useState } from 'react';
import type { PointFragment } from '../api/operations.generated';
import { Term } from '../glossary/term';
import type { TermName } from '../glossary/terms';
import type { UrlState } from '../url/use-url-state';
import { type Axes, type Curve, CurveChart, type Range } from './curve-chart';
import { curvesCsv, type RunWithCurve } from './curves-csv';
import { runName } from './run-name';
import { saveFile } from './save-file';
import styles from './train.module.css';

const DEFAULT_SMOOTHING = 0.6;

interface Measure {
  title: string;
  of: 'loss' | 'reward' | 'epsilon' | 'validation';
  term: TermName;
  isSmoothed: boolean;
  digits: number;
  /** The validation score of a run is shown once, in its details. */
  hasHeadline: boolean;
}

const MEASURES: readonly Measure[] = [
  { title: 'Loss', of: 'loss', term: 'loss', isSmoothed: true, digits: 4, hasHeadline: true },
  { title: 'Reward', of: 'reward', term: 'reward', isSmoothed: true, digits: 3, hasHeadline: true },
  {
    title: 'ε (exploration rate)',
    of: 'epsilon',
    term: 'epsilon',
    isSmoothed: false,
    digits: 3,
    hasHeadline: true,
  },
  {
    title: 'NDCG@10 (validation)',
    of: 'validation',
    term: 'ndcgValidation',
    isSmoothed: false,
    digits: 4,
    hasHeadline: false,
  },
];

/** The charts of one or more runs, with controls for the axes, smoothing, zoom and download. */
export function CurveCharts({
  runs,
  colorOf,
  url,
}: {
  runs: readonly RunWithCurve[];
  colorOf: ReadonlyMap<string, string>;
  url: UrlState;
}) {
  const id = useId();
  const [zoom, setZoom] = useState<Range>();
  const smoothing = readSmoothing(url.get('smooth'));
  const hasTime = runs.some(({ curve }) => curve.some(({ seconds }) => seconds != null));
  const isTime = hasTime && url.get('x') === 'time';
  const axes: Axes = {
    xName: isTime ? 'seconds' : 'step',
    isLogX: url.get('log')?.includes('x') ?? false,
    isLogY: url.get('log')?.includes('loss') ?? false,
    zoom,
  };
  const toggleLog = (name: string, isOn: boolean) => {
    const others = url.list('log').filter((other) => other !== name);
    url.set({ log: isOn ? [...others, name] : others });
  };
  const check = (label: string, isChecked: boolean, onChange: (isOn: boolean) => void): ReactNode => (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={({ target }) => onChange(target.checked)} />{' '}
      {label}
    </label>
  );
  return (
    <>
      <div className={styles.toolbar} role="group" aria-label="Chart options">
        {hasTime && (
          <div className="segmented" role="group" aria-label="X axis">
            {[false, true].map((time) => (
              <button
                key={String(time)}
                type="button"
                aria-pressed={isTime === time}
                onClick={() => {
                  setZoom(undefined);
                  url.set({ x: time ? 'time' : undefined });
                }}
              >
                {time ? 'Wall time' : 'Steps'}
              </button>
            ))}
          </div>
        )}
        {check(`Log scale: ${isTime ? 'time' : 'steps'}`, axes.isLogX, (isOn) => toggleLog('x', isOn))}
        {check('Log scale: loss', axes.isLogY, (isOn) => toggleLog('loss', isOn))}
        <span className={styles.smoothing}>
          <label htmlFor={`${id}smooth`}>Smoothing (loss and reward)</label>
          <input
            id={`${id}smooth`}
            type="range"
            min="0"
            max="0.99"
            step="0.01"
            value={smoothing}
            onChange={({ target }) => url.replace({ smooth: target.value })}
          />
          <output htmlFor={`${id}smooth`}>{smoothing.toFixed(2)}</output>
        </span>
        <ZoomFields runs={runs} xName={axes.xName} zoom={zoom} onZoom={setZoom} />
        <button
          type="button"
          className="secondary"
          onClick={() => saveFile('curves.csv', new Blob([curvesCsv(runs)], { type: 'text/csv' }))}
        >
          Download CSV
        </button>
      </div>
      <div className={styles.charts}>
        {MEASURES.map((measure) => (
          <MeasureChart
            key={measure.of}
            measure={measure}
            runs={runs}
            colorOf={colorOf}
            smoothing={measure.isSmoothed ? smoothing : 0}
            axes={{ ...axes, isLogY: axes.isLogY && measure.of === 'loss' }}
            onZoom={setZoom}
          />
        ))}
      </div>
    </>
  );
}

/** The zoomed range as numbers, for keyboards. Dragging over a chart zooms, too. */
function ZoomFields({
  runs,
  xName,
  zoom,
  onZoom,
}: {
  runs: readonly RunWithCurve[];
  xName: Axes['xName'];
  zoom: Range | undefined;
  onZoom: (zoom: Range | undefined) => void;
}) {
  const id = useId();
  const end = Math.max(1, ...runs.map(({ curve }) => curve.at(-1)?.[xName] ?? 0));
  const { min, max } = zoom ?? { min: 0, max: end };
  const change = (range: Range) => {
    if (range.max > range.min) onZoom(range);
  };
  const field = (label: string, value: number, onChange: (value: number) => void) => (
    <>
      <label htmlFor={id + label}>{label}</label>
      <input
        key={`${label}${Math.round(value)}`}
        id={id + label}
        type="number"
        min="0"
        defaultValue={Math.round(value)}
        onBlur={({ target }) => onChange(Number(target.value))}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && onChange(Number(currentTarget.value))}
      />
    </>
  );
  return (
    <span className={styles.zoom}>
      {field(`From ${xName}`, min, (value) => value !== Math.round(min) && change({ min: value, max }))}
      {field('to', max, (value) => value !== Math.round(max) && change({ min, max: value }))}
      {zoom ? (
        <button type="button" className="secondary" onClick={() => onZoom(undefined)}>
          Reset zoom
        </button>
      ) : (
        <span className="muted small">Drag over a chart to zoom</span>
      )}
    </span>
  );
}

function MeasureChart({
  measure: { title, of, term, digits, hasHeadline },
  runs,
  colorOf,
  smoothing,
  axes,
  onZoom,
}: {
  measure: Measure;
  runs: readonly RunWithCurve[];
  colorOf: ReadonlyMap<string, string>;
  smoothing: number;
  axes: Axes;
  onZoom: (zoom: Range | undefined) => void;
}) {
  const curves: Curve[] = runs.map((run) => {
    // The validation score is measured at intervals only. Live points have no time until the curve is refetched.
    const points = run.curve.filter(
      (point) => point[axes.xName] != null && (of !== 'validation' || point[of] != null),
    );
    return {
      name: runName(run),
      color: colorOf.get(run.id) ?? '',
      xs: strictlyAscending(points, axes.xName),
      values: points.map((point) => point[of] ?? null),
    };
  });
  const isEmpty = curves.every(({ values }) => values.every((value) => value === null));
  const hasPoints = runs.some(({ curve }) => curve.length > 0);
  // The tutorial policy has no validation score.
  if (of === 'validation' && isEmpty) return null;
  const heading = <Term name={term}>{title}</Term>;
  if (isEmpty) {
    return (
      <figure className={styles.chart}>
        <figcaption>
          <h3>{heading}</h3>
        </figcaption>
        <p className="muted">{hasPoints ? 'These steps recorded no value.' : 'No data yet.'}</p>
      </figure>
    );
  }
  return (
    <CurveChart
      title={title}
      heading={heading}
      curves={curves}
      smoothing={smoothing}
      digits={digits}
      axes={axes}
      hasHeadline={hasHeadline}
      onZoom={onZoom}
    />
  );
}

/** The x values of points. Steps that arrived together have the same time, so a millisecond is added to each. */
function strictlyAscending(points: readonly PointFragment[], xName: Axes['xName']): number[] {
  let previous = -Infinity;
  return points.map((point) => (previous = Math.max(point[xName] ?? 0, previous + 0.001)));
}

function readSmoothing(text: string | undefined): number {
  const value = Number(text ?? DEFAULT_SMOOTHING);
  return value >= 0 && value <= 0.99 ? value : DEFAULT_SMOOTHING;
}
