import { AppError } from '../../app-error';
import { LIMITS } from './limits';

const WHAT: Readonly<Record<keyof typeof LIMITS, string>> = {
  bodyBytes: 'bytes in the body',
  tokens: 'tokens in the document',
  depth: 'levels of fields',
  introspectionDepth: 'levels of fields about the schema',
  selections: 'fields and fragments',
  rootFields: 'fields at the root',
  aliases: 'aliases',
  directives: 'directives',
  valueDepth: 'levels in a literal or variable',
  values: 'values in literals and variables',
  cost: 'nodes that the answer could hold',
  longMutations: 'mutations that take long',
};

/**
 * Makes sure that a number is within its limit.
 * @throws AppError QUERY_TOO_COMPLEX with both numbers
 */
export function requireLimit(limit: keyof typeof LIMITS, got: number): void {
  if (got > LIMITS[limit]) throw tooComplex(limit, String(got));
}

/** The refusal of what is over a limit; `got` is the number, or how it is known to be over. */
export const tooComplex = (limit: keyof typeof LIMITS, got: string) =>
  new AppError(
    'QUERY_TOO_COMPLEX',
    `${got} ${WHAT[limit]}; at most ${LIMITS[limit]} are taken. Ask for less.`,
  );
