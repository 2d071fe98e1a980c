/** Returns a stored embedding as a vector; undefined for anything but a list of finite numbers that are not all zero. */
export function toVector(stored: unknown): readonly number[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const isUsable =
    stored.every((value) => typeof value === 'number' && Number.isFinite(Math.fround(value))) &&
    stored.some((value) => value !== 0);
  return isUsable ? (stored as number[]) : undefined;
}
