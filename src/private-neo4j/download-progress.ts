/** The amount that Maven has downloaded so far. */
export interface Downloaded {
  readonly files: number;
  readonly bytes: number;
}

const LINE = /Downloaded from \S+: \S+ \(([\d.]+) ?(B|kB|KB|MB|GB) at /;
const BYTES: Readonly<Record<string, number>> = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 };

/** Adds the download that a line of Maven's output reports. Returns the same object if the line reports none. */
export function addDownload(downloaded: Downloaded, line: string): Downloaded {
  const match = LINE.exec(line);
  if (!match) return downloaded;
  const [, amount, unit] = match;
  return { files: downloaded.files + 1, bytes: downloaded.bytes + Number(amount) * BYTES[unit] };
}
