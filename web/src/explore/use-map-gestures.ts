import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { pan, type Size, type Viewport, zoom } from './viewport';

/** Pixels that the pointer must move before a click becomes a drag. */
const DRAG_THRESHOLD = 4;

type Change = (change: (viewport: Viewport) => Viewport) => void;

/** Handlers that pan and zoom a map by mouse and touch: drag, pinch, and Ctrl or Cmd with the wheel. */
export function useMapGestures(canvas: RefObject<HTMLCanvasElement | null>, size: Size, change: Change) {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const distance = useRef(0);

  // React's wheel listeners are passive, so they cannot keep the page from zooming.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = { x: event.offsetX, y: event.offsetY };
      change((viewport) => zoom(viewport, Math.exp(-event.deltaY / 300), at, size));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas, size, change]);

  const release = ({ pointerId }: PointerEvent) => void pointers.current.delete(pointerId);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (pointers.current.size === 0) distance.current = 0;
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const before = pointers.current.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      const [dx, dy] = [now.x - before.x, now.y - before.y];
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      pointers.current.set(event.pointerId, now);
      distance.current += Math.hypot(dx, dy);
      if (other) {
        const spread = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y);
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
        change((viewport) => zoom(viewport, spread(now) / Math.max(spread(before), 1), middle, size));
      } else if (distance.current > DRAG_THRESHOLD) change((viewport) => pan(viewport, dx, dy, size));
    },
    onPointerUp: release,
    onPointerCancel: release,
    /** Whether the last press moved the map, so that it is no click on a film. */
    hasDragged: () => distance.current > DRAG_THRESHOLD,
    isPressed: () => pointers.current.size > 0,
  };
}
