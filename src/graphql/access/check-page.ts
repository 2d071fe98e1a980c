import { AppError } from '../../app-error';
import { MAX_LIST_SIZE } from '../limits/limits';

/** The arguments of a generated list that select a page. */
interface PageArguments {
  limit?: unknown;
  first?: unknown;
  offset?: unknown;
  after?: unknown;
}

/** The cursor format of @neo4j/graphql, before base64: the position of a node in its list. */
const CURSOR = /^arrayconnection:(0|[1-9]\d{0,8})$/;

/**
 * Checks the page arguments of a generated list. @neo4j/graphql treats 0 as no limit, truncates larger pages without an
 * error, and fails on an invalid cursor.
 * @param isRoot whether the list belongs to a root field
 * @throws AppError BAD_USER_INPUT
 */
export function checkPage(values: PageArguments, isRoot: boolean): void {
  const max = isRoot ? MAX_LIST_SIZE.root : MAX_LIST_SIZE.nested;
  for (const name of ['limit', 'first'] as const) {
    const size = values[name];
    if (typeof size === 'number' && !(size >= 1 && size <= max)) {
      throw new AppError(
        'BAD_USER_INPUT',
        `Invalid ${name} ${size}: expected an integer between 1 and ${max}. Fetch more in several pages.`,
      );
    }
  }
  const { offset, after } = values;
  if (typeof offset === 'number' && !(offset >= 0)) {
    throw new AppError('BAD_USER_INPUT', `Invalid offset ${offset}: expected an integer ≥ 0.`);
  }
  if (typeof after === 'string' && !CURSOR.test(Buffer.from(after, 'base64').toString())) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid cursor ${JSON.stringify(after.slice(0, 100))}: expected the endCursor of the previous page.`,
    );
  }
}
