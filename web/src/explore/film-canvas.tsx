import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Colours, useColours } from '../frame/use-colours';
import { useWidth } from '../frame/use-width';
import type { MappedFilm } from './map-films';
import styles from './explore.module.css';

const MARGIN = 22;
/** How far from a film, in pixels, the pointer still means it. */
const REACH = 14;

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map of films: the pointer or the arrow keys choose one. */
export function FilmCanvas({
  films,
  colourOf,
  shown,
  chosen,
  neighbours,
  onChoose,
}: {
  films: readonly MappedFilm[];
  colourOf: ReadonlyMap<string, string>;
  /** The category that stands out; undefined for all. */
  shown: string | undefined;
  chosen: string | undefined;
  neighbours: readonly string[];
  onChoose: (film: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const height = Math.round(Math.min(Math.max(width * 0.64, 320), 640));
  const colours = useColours();
  const [pointed, setPointed] = useState<Placed>();
  const placed = useMemo(() => place(films, width, height), [films, width, height]);

  useEffect(() => {
    if (canvas.current && width > 0) {
      draw(canvas.current, width, height, { placed, colourOf, shown, chosen, neighbours, colours });
    }
  }, [placed, width, height, colourOf, shown, chosen, neighbours, colours]);

  const at = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return nearest(placed, event.clientX - left, event.clientY - top, shown);
  };
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || placed.length === 0) return;
    event.preventDefault();
    const from = placed.find(({ film }) => film.id === chosen);
    const to = from ? next(placed, from, step, shown) : nearestOf(placed, width / 2, height / 2, shown);
    if (to) onChoose(to.film.id);
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="application"
      aria-roledescription="map"
      aria-label={`Map of ${films.length} films. The arrow keys go to the next film in that direction.`}
      tabIndex={0}
      onKeyDown={walk}
    >
      <canvas
        ref={canvas}
        style={{ width, height, cursor: pointed ? 'pointer' : undefined }}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => setPointed(undefined)}
        onClick={(event) => {
          const film = at(event as unknown as PointerEvent);
          if (film) onChoose(film.film.id);
        }}
      />
      {pointed && (
        <p
          className={styles.hint}
          style={{ left: Math.min(Math.max(pointed.x, 90), width - 90), top: pointed.y - 10 }}
        >
          {pointed.film.title}
          <span className="muted"> {pointed.film.category}</span>
        </p>
      )}
    </div>
  );
}

interface Placed {
  film: MappedFilm;
  x: number;
  y: number;
}

const place = (films: readonly MappedFilm[], width: number, height: number): Placed[] =>
  films.map((film) => ({
    film,
    x: MARGIN + ((film.x + 1) / 2) * (width - 2 * MARGIN),
    y: MARGIN + ((1 - film.y) / 2) * (height - 2 * MARGIN),
  }));

const isShown = ({ film }: Placed, shown: string | undefined) => !shown || film.category === shown;

function nearestOf(placed: readonly Placed[], x: number, y: number, shown?: string): Placed | undefined {
  let best: Placed | undefined;
  let least = Infinity;
  for (const candidate of placed) {
    const distance = Math.hypot(candidate.x - x, candidate.y - y);
    if (distance < least && isShown(candidate, shown)) [best, least] = [candidate, distance];
  }
  return best;
}

function nearest(placed: readonly Placed[], x: number, y: number, shown?: string): Placed | undefined {
  const best = nearestOf(placed, x, y, shown);
  return best && Math.hypot(best.x - x, best.y - y) <= REACH ? best : undefined;
}

/** The film that a step leads to: near, and not far off the step's direction. */
function next(
  placed: readonly Placed[],
  from: Placed,
  [stepX, stepY]: readonly [number, number],
  shown?: string,
): Placed | undefined {
  let best: Placed | undefined;
  let least = Infinity;
  for (const candidate of placed) {
    const [dx, dy] = [candidate.x - from.x, candidate.y - from.y];
    const ahead = dx * stepX + dy * stepY;
    const aside = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    if (ahead <= 0.5 || aside > ahead || !isShown(candidate, shown)) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

interface Drawing {
  placed: readonly Placed[];
  colourOf: ReadonlyMap<string, string>;
  shown: string | undefined;
  chosen: string | undefined;
  neighbours: readonly string[];
  colours: Colours;
}

function draw(canvas: HTMLCanvasElement, width: number, height: number, drawing: Drawing): void {
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
    const stands = isShown(dot, shown);
    pen.globalAlpha = stands ? (centre ? 0.35 : 0.85) : 0.12;
    disc(pen, dot, stands ? radius : radius - 1, colourOf.get(dot.film.category) ?? colours.muted);
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
  const at = x > width / 2 ? x - 16 : x + 16;
  pen.lineJoin = 'round';
  pen.lineWidth = 4;
  pen.strokeStyle = colours.panel;
  pen.strokeText(film.title, at, y);
  pen.fillStyle = colours.ink;
  pen.fillText(film.title, at, y);
}
