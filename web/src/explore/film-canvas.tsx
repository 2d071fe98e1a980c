import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useColours } from '../frame/use-colours';
import { useWidth } from '../frame/use-width';
import { drawFilms, isShown, type Placed } from './draw-films';
import type { MappedFilm } from './map-films';
import styles from './explore.module.css';

const MARGIN = 22;
/** Maximum distance between the pointer and a film, in pixels. */
const HIT_RADIUS = 14;

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map of films. Click a film or use the arrow keys to select one. */
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
  /** The highlighted category; undefined for all. */
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
      drawFilms(canvas.current, width, height, { placed, colourOf, shown, chosen, neighbours, colours });
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
      aria-label={`Map of ${films.length} films. Use the arrow keys to move to the next film in that direction.`}
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

const place = (films: readonly MappedFilm[], width: number, height: number): Placed[] =>
  films.map((film) => ({
    film,
    x: MARGIN + ((film.x + 1) / 2) * (width - 2 * MARGIN),
    y: MARGIN + ((1 - film.y) / 2) * (height - 2 * MARGIN),
  }));

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
  return best && Math.hypot(best.x - x, best.y - y) <= HIT_RADIUS ? best : undefined;
}

/** The nearest film in the direction of the arrow key, preferring films close to that direction. */
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
