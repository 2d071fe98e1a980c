/** Parses a number, also with a decimal comma; undefined if the value is not a number. */
export function parseNumber(value: string): number | undefined {
  const number = Number(value);
  if (Number.isFinite(number) && value.trim() !== '') return number;
  const [, withComma] = /^\s*([+-]?\d+,\d+)\s*$/.exec(value) ?? [];
  return withComma ? Number(withComma.replace(',', '.')) : undefined;
}
