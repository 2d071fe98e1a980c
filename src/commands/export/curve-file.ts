import type { CurvePoint } from '../../recommender/training/curve';
import { toCsv } from './csv';
import { drawPlots, type Line } from './plot';
import { svgToPng } from './svg-to-png';

/** One line a point: step, loss, reward, meanReward, epsilon, validation. */
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

/** The tutorial's two plots: loss per step, and reward as a moving average; below them ε and, where it was measured, validation. */
export function curveAsSvg(points: readonly CurvePoint[], title: string): string {
  const line = (value: (point: CurvePoint) => number | null, colour: string, width = 1.5): Line => ({
    points: points.map((point) => ({ x: point.step, y: value(point) })),
    colour,
    width,
  });
  const measured = points.filter(({ validation }) => validation !== null);
  return drawPlots([
    { title: `${title}: loss`, xLabel: 'step', lines: [line(({ loss }) => loss, '#3b5bdb')] },
    {
      title: `${title}: reward, and its moving average`,
      xLabel: 'step',
      lines: [line(({ reward }) => reward, '#ffd8a8', 1), line(({ meanReward }) => meanReward, '#e8590c', 2)],
    },
    {
      title: `${title}: ε, the chance of acting at random`,
      xLabel: 'step',
      lines: [line(({ epsilon }) => epsilon, '#868e96')],
    },
    ...(measured.length > 0
      ? [
          {
            title: `${title}: NDCG@10 on what early stopping holds out`,
            xLabel: 'step',
            lines: [
              {
                points: measured.map(({ step, validation }) => ({ x: step, y: validation })),
                colour: '#2b8a3e',
                width: 2,
              },
            ],
          },
        ]
      : []),
  ]);
}

/** The same plots as a picture. */
export const curveAsPng = (points: readonly CurvePoint[], title: string): Promise<Uint8Array> =>
  svgToPng(curveAsSvg(points, title));
