import type { CurvePoint } from '../../recommender/training/curve';
import { toCsv } from './csv';
import { type AxisScale, drawPlots, type Line } from './plot';
import { svgToPng } from './svg-to-png';

/** Formats a curve as CSV, one line per point: step, loss, reward, meanReward, epsilon, validation. */
export const curveAsCsv = (points: readonly CurvePoint[]): string =>
  toCsv(
    ['step', 'loss', 'reward', 'meanReward', 'epsilon', 'validation'],
    points.map(({ step, loss, reward, meanReward, epsilon, validation }) => [
      step,
      loss,
      reward,
      meanReward,
      epsilon,
      validation,
    ]),
  );

/**
 * Draws the tutorial's two plots, loss per step and reward as a moving average, with ε and the validation metric (if it
 * was measured) below them.
 */
export function curveAsSvg(points: readonly CurvePoint[], title: string, xAxis: AxisScale = 'log'): string {
  const line = (value: (point: CurvePoint) => number | null, color: string, width = 1.5): Line => ({
    points: points.map((point) => ({ x: point.step, y: value(point) })),
    color,
    width,
  });
  const measured = points.filter(({ validation }) => validation !== null);
  return drawPlots([
    { title: `${title}: loss`, xLabel: 'step', xAxis, lines: [line(({ loss }) => loss, '#3b5bdb')] },
    {
      title: `${title}: reward and its moving average`,
      xLabel: 'step',
      xAxis,
      lines: [line(({ reward }) => reward, '#ffd8a8', 1), line(({ meanReward }) => meanReward, '#e8590c', 2)],
    },
    {
      title: `${title}: ε, the probability of a random action`,
      xLabel: 'step',
      xAxis,
      lines: [line(({ epsilon }) => epsilon, '#868e96')],
    },
    ...(measured.length > 0
      ? [
          {
            title: `${title}: NDCG@10 on held-out rentals`,
            xLabel: 'step',
            xAxis,
            lines: [
              {
                points: measured.map(({ step, validation }) => ({ x: step, y: validation })),
                color: '#2b8a3e',
                width: 2,
              },
            ],
          },
        ]
      : []),
  ]);
}

/** Draws the same plots as PNG. */
export const curveAsPng = (
  points: readonly CurvePoint[],
  title: string,
  xAxis?: AxisScale,
): Promise<Uint8Array> => svgToPng(curveAsSvg(points, title, xAxis));
