/** A text as stores may write it, for filters that heed capitals: as it is, small, CAPITALS, Title Case. */
export function spellings(text: string): string[] {
  const small = text.toLowerCase();
  const title = small.replace(
    /(^|[\s'-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return [...new Set([text, small, text.toUpperCase(), title])];
}
