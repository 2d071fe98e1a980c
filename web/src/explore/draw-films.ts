import type { Colors } from '../frame/use-colors';
import { type Mark, shapePath } from './category-marks';
import type { MappedFilm } from './map-films';
import type { Size } from './viewport';

/** A film and its position, in pixels from the map's top left corner. */
export interface Placed {
  film: MappedFilm;
  x: number;
  y: number;
}

/** Whether a film is in the highlighted category. Returns true if no category is highlighted. */
export const isShown = ({ film }: Placed, shown: string | undefined) => !shown || film.category === shown;

/** The data and colors of a drawing. */
export interface Drawing {
  placed: readonly Placed[];
  markOf: ReadonlyMap<string, Mark>;
  shown: string | undefined;
  chosen: string | undefined;
  neighbors: readonly string[];
  colors: Colors;
  /** Magnification of the map. */
  scale: number;
}

/** Magnification from which films are labeled, and the size of the cells of which each has at most one label. */
const LABEL_SCALE = 3;
const LABEL_CELL = { width: 130, height: 22 };
const MAX_LABEL = 28;

/** Draws the map: all films, then lines from the selected film to its neighbors, then titles. */
export function drawFilms(canvas: HTMLCanvasElement, { width, height }: Size, drawing: Drawing): void {
  const { placed, markOf, shown, chosen, neighbors, colors, scale } = drawing;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  const near = new Set(neighbors);
  const center = placed.find(({ film }) => film.id === chosen);
  const isLit = (dot: Placed) => dot === center || near.has(dot.film.id);
  const isVisible = ({ x, y }: Placed) => x > -20 && x < width + 20 && y > -20 && y < height + 20;
  const base = placed.length > 3_000 ? 2.25 : width < 560 ? 2.75 : 4;
  const radius = Math.min(base * Math.max(Math.sqrt(scale), 0.7), 2.2 * base);
  const markOfFilm = ({ film }: Placed): Mark =>
    markOf.get(film.category) ?? { color: colors.muted, shape: 'circle' };
  const visible = placed.filter(isVisible);

  for (const dot of visible) {
    if (isLit(dot)) continue;
    const isHighlighted = isShown(dot, shown);
    pen.globalAlpha = isHighlighted ? (center ? 0.45 : 0.85) : 0.12;
    drawMark(pen, dot, isHighlighted ? radius : radius - 1, markOfFilm(dot));
  }
  pen.globalAlpha = 1;
  if (center) {
    const lit = placed.filter((dot) => near.has(dot.film.id));
    pen.strokeStyle = colors.ink;
    pen.lineWidth = 1;
    pen.globalAlpha = 0.5;
    pen.beginPath();
    for (const dot of lit) {
      pen.moveTo(center.x, center.y);
      pen.lineTo(dot.x, dot.y);
    }
    pen.stroke();
    pen.globalAlpha = 1;
    for (const dot of lit) drawMark(pen, dot, radius + 1.5, markOfFilm(dot), colors.panel);
    drawMark(pen, center, radius + 5, { color: colors.ink, shape: 'circle' });
    drawMark(pen, center, radius + 2.5, markOfFilm(center), colors.panel);
  }
  if (scale >= LABEL_SCALE)
    drawTitles(
      pen,
      visible.filter((dot) => isShown(dot, shown) && dot !== center),
      radius,
      colors,
    );
  if (center && isVisible(center)) {
    pen.font = '600 13px "Geist Variable", system-ui, sans-serif';
    drawTitle(pen, center, width, radius + 12, colors);
  }
}

function drawMark(
  pen: CanvasRenderingContext2D,
  { x, y }: Placed,
  radius: number,
  { color, shape }: Mark,
  rim?: string,
): void {
  const path = new Path2D(shapePath(shape, Math.max(radius, 1)));
  pen.save();
  pen.translate(x, y);
  pen.fillStyle = color;
  pen.fill(path);
  if (rim) {
    pen.strokeStyle = rim;
    pen.lineWidth = 1.5;
    pen.stroke(path);
  }
  pen.restore();
}

/** Labels films, at most one per cell of a grid, so that titles do not overlap. */
function drawTitles(
  pen: CanvasRenderingContext2D,
  dots: readonly Placed[],
  radius: number,
  colors: Colors,
): void {
  pen.font = '12px "Geist Variable", system-ui, sans-serif';
  const taken = new Set<string>();
  for (const dot of dots) {
    const cell = `${Math.floor(dot.x / LABEL_CELL.width)} ${Math.floor(dot.y / LABEL_CELL.height)}`;
    if (taken.has(cell)) continue;
    taken.add(cell);
    drawTitle(pen, dot, Infinity, radius + 5, colors);
  }
}

/** Cuts a title to the max length of labels and to the pixels between its film and the edge of the map. */
function fitTitle(pen: CanvasRenderingContext2D, title: string, pixels: number): string {
  const characters = [...title];
  const fits = (text: string) => pen.measureText(text).width <= pixels;
  if (characters.length <= MAX_LABEL && fits(title)) return title;
  const cut = characters.slice(0, MAX_LABEL - 1);
  while (cut.length > 1 && !fits(`${cut.join('')}…`)) cut.pop();
  return `${cut.join('')}…`;
}

function drawTitle(
  pen: CanvasRenderingContext2D,
  { film, x, y }: Placed,
  width: number,
  distance: number,
  colors: Colors,
): void {
  const isRight = x > width / 2;
  const textX = isRight ? x - distance : x + distance;
  const title = fitTitle(pen, film.title, isRight ? textX : width - textX);
  pen.textBaseline = 'middle';
  pen.textAlign = isRight ? 'right' : 'left';
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = colors.panel;
  pen.strokeText(title, textX, y);
  pen.fillStyle = colors.ink;
  pen.fillText(title, textX, y);
}
