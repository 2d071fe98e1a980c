import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNamedType,
} from 'graphql';
import { AppError } from '../../app-error';
import { isDateTime } from './date-time';

/** Conditions that combine other conditions. */
const LOGICAL = new Set(['AND', 'OR']);
/**
 * Inputs of @neo4j/graphql with conditions on aggregated values. The library cannot translate the operator `in` below
 * them.
 */
const AGGREGATES = /AggregationFilters$/;

/**
 * Walks the value of an argument and calls `visit` for each input field in it. Refuses values that are valid in GraphQL
 * but that the graph cannot evaluate.
 * @param path the place of the value, such as `where.title`
 * @throws AppError BAD_USER_INPUT
 */
export function checkValue(
  inputType: GraphQLInputType,
  value: unknown,
  path: string,
  visit: (typeName: string, fieldName: string) => void,
  isAggregate = false,
): void {
  const type = getNullableType(inputType);
  if (value === undefined || value === null) return;
  if (isListType(type)) {
    for (const entry of value as unknown[]) checkValue(type.ofType, entry, path, visit, isAggregate);
  } else if (isInputObjectType(type)) {
    const fields = type.getFields();
    for (const [name, entry] of Object.entries(value)) {
      visit(type.name, name);
      const below = `${path}.${name}`;
      if (entry === null && isInputObjectType(getNamedType(fields[name].type))) {
        throw new AppError('BAD_USER_INPUT', `Invalid ${below} null: expected conditions. Omit it instead.`);
      }
      if (LOGICAL.has(name) && Array.isArray(entry) && entry.length === 0) {
        throw new AppError('BAD_USER_INPUT', `Invalid ${below} []: expected at least one condition.`);
      }
      if (name === 'in' && isAggregate) {
        throw new AppError('BAD_USER_INPUT', `${below} is not supported. Use OR with eq instead.`);
      }
      checkValue(fields[name].type, entry, below, visit, isAggregate || AGGREGATES.test(type.name));
    }
  } else if (isNamedType(type) && type.name === 'DateTime' && !isDateTime(value)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid ${path} ${JSON.stringify(value)}: expected a date that exists, such as 2026-01-31T12:00:00Z.`,
    );
  }
}
