import {
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNamedType,
  getNamedType,
} from 'graphql';
import { AppError } from '../../app-error';

/** Arguments of generated lists that say how many nodes to take; 0 would be read as no limit at all. */
const SIZES = new Set(['limit', 'first']);
/** Conditions on other conditions, of which there must be some. */
const LOGICAL = new Set(['AND', 'OR']);
/** ISO 8601 with a date, or date and time, as the graph's datetime() reads it. */
const DATE_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Walks a coerced value of an input, calls `visit` for every input field that is given, and refuses what the
 * graph would stumble over.
 * @param path where the value stands, such as where.title
 * @throws AppError BAD_USER_INPUT
 */
export function checkValue(
  inputType: GraphQLInputType,
  value: unknown,
  path: string,
  visit: (typeName: string, fieldName: string) => void,
): void {
  const type = getNullableType(inputType);
  if (value === undefined || value === null) return;
  if (type === inputType) checkPage(path, value);
  if (isListType(type)) {
    for (const entry of value as unknown[]) checkValue(type.ofType, entry, path, visit);
  } else if (isInputObjectType(type)) {
    const fields = type.getFields();
    for (const [name, entry] of Object.entries(value)) {
      visit(type.name, name);
      const below = `${path}.${name}`;
      if (entry === null && isInputObjectType(getNamedType(fields[name].type))) {
        throw refuse(below, 'null', 'conditions, or is left out');
      }
      if (LOGICAL.has(name) && Array.isArray(entry) && entry.length === 0) {
        throw refuse(below, 'empty', 'conditions, or is left out');
      }
      checkValue(fields[name].type, entry, below, visit);
    }
  } else if (isNamedType(type)) {
    checkLeaf(type.name, value, path);
  }
}

/** Sizes that must be given are checked by the resolvers that take them. */
function checkPage(path: string, value: unknown): void {
  if (SIZES.has(path) && !((value as number) >= 1)) throw refuse(path, value, 'a whole number from 1');
  if (path === 'offset' && !((value as number) >= 0)) throw refuse(path, value, 'a whole number from 0');
}

function checkLeaf(typeName: string, value: unknown, path: string): void {
  if (typeName === 'DateTime' && !isDateTime(value)) {
    throw refuse(path, JSON.stringify(value), 'a time such as 2026-01-31T12:00:00Z');
  }
}

const isDateTime = (value: unknown) =>
  typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value));

const refuse = (path: string, value: unknown, takes: string) =>
  new AppError('BAD_USER_INPUT', `${path} is ${String(value)}; it takes ${takes}.`);
