import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useColors } from '../frame/use-colors';
import { useWidth } from '../frame/use-width';
import type { Mark } from './category-marks';
import { drawFilms, type Placed } from './draw-films';
import type { MappedFilm } from './map-films';
import { nearestPlaced, nextPlaced } from './nearest-placed';
import { useMapGestures } from './use-map-gestures';
import { INITIAL_VIEWPORT, toPixels, zoom } from './viewport';
import styles from './explore.module.css';

/** Maximum distance between the pointer and a film, in pixels. */
const HIT_RADIUS = 14;
const ZOOM_STEP = 1.5;

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map of films. Click a film or use the arrow keys to select one; drag to pan, + and - to zoom. */
export function FilmCanvas({
  films,
  markOf,
  shown,
  chosen,
  neighbors,
  onChoose,
}: {
  films: readonly MappedFilm[];
  markOf: ReadonlyMap<string, Mark>;
  /** The highlighted category; undefined for all. */
  shown: string | undefined;
  chosen: string | undefined;
  neighbors: readonly string[];
  onChoose: (film: string) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const size = useMemo(
    () => ({ width, height: Math.round(Math.min(Math.max(width * 0.64, 320), 640)) }),
    [width],
  );
  const colors = useColors();
  const [viewport, setViewport] = useState(INITIAL_VIEWPORT);
  const [hovered, setHovered] = useState<Placed>();
  const gestures = useMapGestures(canvas, size, setViewport);
  const placed = useMemo(
    () => films.map((film) => ({ film, ...toPixels(film, viewport, size) })),
    [films, viewport, size],
  );

  useEffect(() => {
    if (!canvas.current || size.width === 0) return;
    const { scale } = viewport;
    drawFilms(canvas.current, size, { placed, markOf, shown, chosen, neighbors, colors, scale });
  }, [placed, size, viewport, markOf, shown, chosen, neighbors, colors]);

  const filmAt = (event: MouseEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return nearestPlaced(placed, { x: event.clientX - left, y: event.clientY - top }, shown, HIT_RADIUS);
  };
  const center = { x: size.width / 2, y: size.height / 2 };
  const zoomBy = (factor: number) => setViewport((before) => zoom(before, factor, center, size));
  const reset = () => setViewport(INITIAL_VIEWPORT);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') return zoomBy(ZOOM_STEP);
    if (event.key === '-') return zoomBy(1 / ZOOM_STEP);
    if (event.key === '0') return reset();
    const step = STEPS[event.key];
    if (!step || placed.length === 0) return;
    event.preventDefault();
    const from = placed.find(({ film }) => film.id === chosen);
    const to = from ? nextPlaced(placed, from, step, shown) : nearestPlaced(placed, center, shown);
    if (!to) return;
    onChoose(to.film.id);
    const isVisible = to.x > 0 && to.x < size.width && to.y > 0 && to.y < size.height;
    if (!isVisible) setViewport((before) => ({ ...before, x: to.film.x, y: to.film.y }));
  };
  return (
    <div className={styles.frame}>
      <div
        ref={frame}
        role="application"
        aria-roledescription="map"
        aria-label={`Map of ${films.length} films. Use the arrow keys to move to the next film in that direction, plus and minus to zoom, 0 to reset.`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas
          ref={canvas}
          style={{
            ...size,
            cursor: hovered ? 'pointer' : 'grab',
            touchAction: viewport.scale === 1 ? 'pan-y' : 'none',
          }}
          onPointerDown={gestures.onPointerDown}
          onPointerMove={(event) => {
            gestures.onPointerMove(event);
            setHovered(gestures.isPressed() ? undefined : filmAt(event));
          }}
          onPointerUp={gestures.onPointerUp}
          onPointerCancel={gestures.onPointerCancel}
          onPointerLeave={() => setHovered(undefined)}
          onClick={(event) => {
            const film = gestures.hasDragged() ? undefined : filmAt(event);
            if (film) onChoose(film.film.id);
          }}
        />
      </div>
      <div className={styles.zoom} role="group" aria-label="Zoom">
        <button type="button" className="secondary" aria-label="Zoom in" onClick={() => zoomBy(ZOOM_STEP)}>
          +
        </button>
        <button
          type="button"
          className="secondary"
          aria-label="Zoom out"
          onClick={() => zoomBy(1 / ZOOM_STEP)}
        >
          −
        </button>
        <button type="button" className="secondary" aria-label="Reset the map" onClick={reset}>
          ⤢
        </button>
      </div>
      {hovered && (
        <p
          className={styles.hint}
          dir="auto"
          style={{ left: Math.min(Math.max(hovered.x, 110), size.width - 110), top: hovered.y - 10 }}
        >
          {hovered.film.title}
          <span className="muted"> {hovered.film.category}</span>
        </p>
      )}
    </div>
  );
}
