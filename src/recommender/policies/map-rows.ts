/** The saved row of each current name, or -1, [now]. */
export function mapRows(now: readonly string[], saved: readonly string[]): Int32Array {
  const rows = new Map(saved.map((name, row) => [name, row]));
  return Int32Array.from(now, (name) => rows.get(name) ?? -1);
}
