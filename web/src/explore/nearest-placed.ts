import { isShown, type Placed } from './draw-films';

/** Returns the highlighted film nearest to a pixel, at most `maxDistance` pixels away. */
export function nearestPlaced(
  placed: readonly Placed[],
  { x, y }: { x: number; y: number },
  shown: string | undefined,
  maxDistance = Infinity,
): Placed | undefined {
  let best: Placed | undefined;
  let least = maxDistance;
  for (const candidate of placed) {
    const distance = Math.hypot(candidate.x - x, candidate.y - y);
    if (distance <= least && isShown(candidate, shown)) [best, least] = [candidate, distance];
  }
  return best;
}

/** Returns the nearest film in the direction of an arrow key, preferring films close to that direction. */
export function nextPlaced(
  placed: readonly Placed[],
  from: Placed,
  [stepX, stepY]: readonly [number, number],
  shown: string | undefined,
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
