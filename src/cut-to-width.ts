import stringWidth from 'string-width';

/** Truncates a line to a number of terminal columns. A line that wraps cannot be redrawn in place. */
export function cutToWidth(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  const characters = [...line];
  while (characters.length > 0 && stringWidth(characters.join('')) > columns - 1) characters.pop();
  return `${characters.join('')}…`;
}
