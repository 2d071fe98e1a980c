/** The visible part of the map. */
export interface Viewport {
  /** Magnification; 1 shows the initial view. */
  scale: number;
  /** Coordinates at the center of the map. */
  x: number;
  y: number;
}

export const INITIAL_VIEWPORT: Viewport = { scale: 1, x: 0, y: 0 };

const MIN_SCALE = 0.25;
const MAX_SCALE = 40;
/** Distance between the edge of the map and the coordinates -1 and 1, in pixels. */
const MARGIN = 22;

/** Width and height of the map in pixels. */
export interface Size {
  width: number;
  height: number;
}

const pixelsPerUnit = ({ width, height }: Size, scale: number) => ({
  x: (scale * (width - 2 * MARGIN)) / 2,
  y: (scale * (height - 2 * MARGIN)) / 2,
});

/** Converts map coordinates to pixels from the top left corner. */
export function toPixels(
  point: { x: number; y: number },
  viewport: Viewport,
  size: Size,
): { x: number; y: number } {
  const unit = pixelsPerUnit(size, viewport.scale);
  return {
    x: size.width / 2 + (point.x - viewport.x) * unit.x,
    y: size.height / 2 - (point.y - viewport.y) * unit.y,
  };
}

/** Moves the viewport by a number of pixels, as dragging the map does. */
export function pan(viewport: Viewport, dx: number, dy: number, size: Size): Viewport {
  const unit = pixelsPerUnit(size, viewport.scale);
  return { ...viewport, x: viewport.x - dx / unit.x, y: viewport.y + dy / unit.y };
}

/** Magnifies the viewport by a factor and keeps the map under a pixel in place. */
export function zoom(viewport: Viewport, factor: number, at: { x: number; y: number }, size: Size): Viewport {
  const scale = Math.min(Math.max(viewport.scale * factor, MIN_SCALE), MAX_SCALE);
  const [before, after] = [pixelsPerUnit(size, viewport.scale), pixelsPerUnit(size, scale)];
  const [offsetX, offsetY] = [at.x - size.width / 2, at.y - size.height / 2];
  return {
    scale,
    x: viewport.x + offsetX / before.x - offsetX / after.x,
    y: viewport.y - offsetY / before.y + offsetY / after.y,
  };
}
