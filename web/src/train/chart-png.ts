import type { Colors } from '../frame/use-colors';

const PADDING = 16;
const LINE_HEIGHT = 20;

/** Draws a chart with its title and legend into a PNG image. */
export function chartPng(
  chart: HTMLCanvasElement,
  title: string,
  legend: readonly { name: string; color: string }[],
  colors: Colors,
): Promise<Blob> {
  const scale = window.devicePixelRatio || 1;
  const width = chart.width / scale;
  const header = PADDING + LINE_HEIGHT * (1 + legend.length) + 8;
  const canvas = document.createElement('canvas');
  canvas.width = chart.width + 2 * PADDING * scale;
  canvas.height = chart.height + (header + PADDING) * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.reject(new Error('The browser has no canvas.'));
  pen.scale(scale, scale);
  pen.fillStyle = colors.panel;
  pen.fillRect(0, 0, width + 2 * PADDING, canvas.height / scale);
  pen.textBaseline = 'middle';
  pen.fillStyle = colors.ink;
  pen.font = '600 15px "Geist Variable", system-ui, sans-serif';
  pen.fillText(title, PADDING, PADDING + LINE_HEIGHT / 2);
  pen.font = '13px "Geist Variable", system-ui, sans-serif';
  legend.forEach(({ name, color }, line) => {
    const y = PADDING + LINE_HEIGHT * (line + 1.5);
    pen.fillStyle = color;
    pen.fillRect(PADDING, y - 1.5, 14, 3);
    pen.fillStyle = colors.ink;
    pen.fillText(name, PADDING + 22, y);
  });
  pen.drawImage(chart, PADDING, header, width, chart.height / scale);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser cannot encode PNG.'))));
  });
}
