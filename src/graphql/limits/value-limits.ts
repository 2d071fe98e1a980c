import { type DocumentNode, Kind, visit } from 'graphql';
import { requireLimit } from './require-limit';

/**
 * Counts the directives and the values of all literals of a document.
 * @returns the number of values
 * @throws AppError QUERY_TOO_COMPLEX as soon as a limit is exceeded
 */
export function countLiterals(document: DocumentNode): number {
  let depth = 0;
  let values = 0;
  let directives = 0;
  const count = () => requireLimit('values', ++values);
  const nested = {
    enter: () => {
      count();
      requireLimit('valueDepth', ++depth);
    },
    leave: () => void depth--,
  };
  visit(document, {
    [Kind.LIST]: nested,
    [Kind.OBJECT]: nested,
    [Kind.INT]: count,
    [Kind.FLOAT]: count,
    [Kind.STRING]: ({ value }) => {
      count();
      requireLimit('textLength', value.length);
    },
    [Kind.BOOLEAN]: count,
    [Kind.ENUM]: count,
    [Kind.NULL]: count,
    [Kind.DIRECTIVE]: () => requireLimit('directives', ++directives),
  });
  return values;
}

/**
 * Counts the values of a request's variables.
 * @param literals the number of values in the document
 * @throws AppError QUERY_TOO_COMPLEX as soon as a limit is exceeded
 */
export function requireVariableLimits(variables: unknown, literals: number): void {
  let values = literals;
  const countIn = (value: unknown, depth: number): void => {
    requireLimit('values', ++values);
    if (typeof value === 'string') requireLimit('textLength', value.length);
    if (typeof value !== 'object' || value === null) return;
    requireLimit('valueDepth', depth);
    for (const entry of Object.values(value)) countIn(entry, depth + 1);
  };
  // The object that contains the variables does not count as a value.
  if (typeof variables !== 'object' || variables === null) return;
  for (const entry of Object.values(variables)) countIn(entry, 1);
}
