/** Case variants of a text, for case-sensitive filters: unchanged, lower case, UPPER CASE, Title Case. */
export function caseVariants(text: string): string[] {
  const lower = text.toLowerCase();
  const title = lower.replace(
    /(^|[\s'-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return [...new Set([text, lower, text.toUpperCase(), title])];
}
