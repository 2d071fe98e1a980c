import stringWidth from 'string-width';

const INDENT = '  ';

/**
 * Wraps text between words to a number of terminal columns and indents the lines that continue. A longer word, such as
 * a URL, stays in one piece.
 */
export const wrapToWidth = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');

function wrapLine(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  // Spaces at the start of a line indent it.
  const [first, ...words] = line.split(/(?<=\S) /);
  const lines = [first];
  for (const word of words) {
    const longer = `${lines[lines.length - 1]} ${word}`;
    if (stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(INDENT + word.trimStart());
  }
  return lines.join('\n');
}
