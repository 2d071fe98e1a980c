import { type DocumentNode, Kind, visit } from 'graphql';
import { requireLimit } from './require-limit';

/**
 * Counts the values of all literals of a document, and of its variables.
 * @throws AppError QUERY_TOO_COMPLEX as soon as one limit is passed
 */
export function requireModestValues(document: DocumentNode, variables: unknown): void {
  let depth = 0;
  let values = 0;
  const count = () => requireLimit('values', ++values);
  const open = {
    enter: () => {
      count();
      requireLimit('valueDepth', ++depth);
    },
    leave: () => void depth--,
  };
  let directives = 0;
  visit(document, {
    [Kind.LIST]: open,
    [Kind.OBJECT]: open,
    [Kind.INT]: count,
    [Kind.FLOAT]: count,
    [Kind.STRING]: count,
    [Kind.BOOLEAN]: count,
    [Kind.ENUM]: count,
    [Kind.NULL]: count,
    [Kind.DIRECTIVE]: () => requireLimit('directives', ++directives),
  });
  const countIn = (value: unknown, level: number): void => {
    count();
    if (typeof value !== 'object' || value === null) return;
    requireLimit('valueDepth', level);
    for (const entry of Object.values(value)) countIn(entry, level + 1);
  };
  // The object that holds the variables is none of them.
  countIn(variables ?? {}, 0);
}
