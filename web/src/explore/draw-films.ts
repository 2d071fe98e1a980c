import type { Colours } from '../frame/use-colours';
import type { MappedFilm } from './map-films';

/** A film and its position, in pixels from the map's top left corner. */
export interface Placed {
  film: MappedFilm;
  x: number;
  y: number;
}

/** Whether a film is in the highlighted category. Returns true if no category is highlighted. */
export const isShown = ({ film }: Placed, shown: string | undefined) => !shown || film.category === shown;

/** The data and colours of a drawing. */
export interface Drawing {
  placed: readonly Placed[];
  colourOf: ReadonlyMap<string, string>;
  shown: string | undefined;
  chosen: string | undefined;
  neighbours: readonly string[];
  colours: Colours;
}

/** Draws the map: all films, then lines from the selected film to its neighbours. */
export function drawFilms(canvas: HTMLCanvasElement, width: number, height: number, drawing: Drawing): void {
  const { placed, colourOf, shown, chosen, neighbours, colours } = drawing;
  const scale = window.devicePixelRatio || 1;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(scale, scale);
  const near = new Set(neighbours);
  const centre = placed.find(({ film }) => film.id === chosen);
  const isLit = (dot: Placed) => dot === centre || near.has(dot.film.id);
  const radius = placed.length > 3_000 ? 2.25 : width < 560 ? 2.75 : 4;

  for (const dot of placed) {
    if (isLit(dot)) continue;
    const isHighlighted = isShown(dot, shown);
    pen.globalAlpha = isHighlighted ? (centre ? 0.35 : 0.85) : 0.12;
    disc(pen, dot, isHighlighted ? radius : radius - 1, colourOf.get(dot.film.category) ?? colours.muted);
  }
  pen.globalAlpha = 1;
  if (!centre) return;
  const lit = placed.filter((dot) => near.has(dot.film.id));
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1;
  pen.globalAlpha = 0.5;
  pen.beginPath();
  for (const dot of lit) {
    pen.moveTo(centre.x, centre.y);
    pen.lineTo(dot.x, dot.y);
  }
  pen.stroke();
  pen.globalAlpha = 1;
  for (const dot of lit) {
    disc(pen, dot, radius + 1.5, colourOf.get(dot.film.category) ?? colours.muted, colours.panel);
  }
  disc(pen, centre, radius + 5, colours.ink);
  disc(pen, centre, radius + 2.5, colourOf.get(centre.film.category) ?? colours.muted, colours.panel);
  name(pen, centre, width, colours);
}

function disc(
  pen: CanvasRenderingContext2D,
  { x, y }: Placed,
  radius: number,
  fill: string,
  rim?: string,
): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  if (!rim) return;
  pen.strokeStyle = rim;
  pen.lineWidth = 1.5;
  pen.stroke();
}

function name(pen: CanvasRenderingContext2D, { film, x, y }: Placed, width: number, colours: Colours): void {
  pen.font = '600 13px "Geist Variable", system-ui, sans-serif';
  pen.textBaseline = 'middle';
  pen.textAlign = x > width / 2 ? 'right' : 'left';
  const textX = x > width / 2 ? x - 16 : x + 16;
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = colours.panel;
  pen.strokeText(film.title, textX, y);
  pen.fillStyle = colours.ink;
  pen.fillText(film.title, textX, y);
}
