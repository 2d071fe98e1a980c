import { AppError } from '../../app-error';
import { type LimitName, LIMITS } from './limits';

const UNITS: Readonly<Record<LimitName, string>> = {
  bodyBytes: 'bytes in the body',
  tokens: 'tokens in the document',
  depth: 'nested fields',
  introspectionDepth: 'nested introspection fields',
  selections: 'fields and fragments',
  rootFields: 'root fields',
  aliases: 'aliases',
  directives: 'directives',
  valueDepth: 'nested lists and objects in a literal or variable',
  values: 'values in literals and variables',
  textLength: 'characters in one text',
  cost: 'points of cost',
  longMutations: 'long-running mutations',
  answerLength: 'characters in the answer',
};

/**
 * Checks a number against its limit.
 * @throws AppError QUERY_TOO_COMPLEX with the number and the limit
 */
export function requireLimit(limit: LimitName, actual: number): void {
  if (actual > LIMITS[limit]) throw tooComplex(limit, String(actual));
}

/** Creates the error for a request that exceeds a limit. `actual` is the number, or a lower bound in words. */
export const tooComplex = (limit: LimitName, actual: string) =>
  new AppError(
    'QUERY_TOO_COMPLEX',
    `The request has ${actual} ${UNITS[limit]}; the maximum is ${LIMITS[limit]}. Request less.`,
  );
