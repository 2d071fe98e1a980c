import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  OperationTypeNode,
} from 'graphql';
import type { Choose } from './choose';
import { LEAVES } from './leaves';

/** An operation as sent by a client. */
export interface GeneratedOperation {
  query: string;
  variables: Record<string, unknown>;
}

/** Inputs that can be nested in themselves. */
const NESTED = /(Where|RelationshipFilters|ConnectionFilters|Input)$/;

/** Fields of conditions that contain conditions of the same type. */
const LOGICAL = new Set(['AND', 'OR', 'NOT']);

/** Mutations that take long or start background work. They are sent with an invalid input only. */
const HEAVY = new Set(['writeEmbeddings', 'startTraining', 'evaluatePolicies', 'trainStep']);

/**
 * Generates an operation that is valid for a schema except for some of its values.
 * @param values `any` includes null, empty text, lists and objects, and values of other types; `present` does not
 */
export function generateOperation(
  schema: GraphQLSchema,
  choose: Choose,
  values: 'any' | 'present' = 'any',
): GeneratedOperation {
  const isAny = values === 'any';
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  let budget = choose.number(1, 40);

  const value = (inputType: GraphQLInputType, depth: number): unknown => {
    const type = getNullableType(inputType);
    if (isAny && !isNonNullType(inputType) && choose.rarely()) return null;
    if (isAny && isNonNullType(inputType) && choose.hardlyEver()) return null;
    const isDeep = depth > 6;
    if (isListType(type)) {
      const length = isDeep && !isAny ? 1 : choose.number(isAny ? 0 : 1, 3);
      return Array.from({ length }, () => value(type.ofType, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const needed = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
      const shallow = fields.filter(({ type: below }) => !NESTED.test(getNamedType(below).name));
      // Reaches a value on the shortest path, because AND, OR and NOT contain their own type.
      const ending = shallow.length > 0 ? shallow : fields.filter(({ name }) => !LOGICAL.has(name));
      const candidates = isDeep ? ending : fields;
      const least = needed.length > 0 ? 0 : 1;
      const count = isAny ? (isDeep ? 0 : choose.number(0, 2)) : isDeep ? least : choose.number(least, 2);
      const wanted = Array.from({ length: count }, () => choose.of(candidates));
      const given = [...new Set([...needed, ...wanted])];
      return Object.fromEntries(given.map((field) => [field.name, value(field.type, depth + 1)]));
    }
    if (isEnumType(type)) return new EnumName(choose.of(type.getValues()).name);
    const scalar = isAny && choose.hardlyEver() ? choose.of(Object.keys(LEAVES)) : type.toString();
    const leaves = LEAVES[scalar] ?? LEAVES.ID;
    return choose.of(isAny ? leaves : leaves.filter((leaf) => leaf !== ''));
  };

  const argumentText = ({ name, type }: GraphQLArgument, given: unknown): string => {
    if (!choose.evenly()) return `${name}: ${literal(given)}`;
    const variable = `v${definitions.length}`;
    definitions.push(`$${variable}: ${type}`);
    variables[variable] = plain(given);
    return `${name}: $${variable}`;
  };

  const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
    const given = field.args.filter(({ type, defaultValue }) =>
      isNonNullType(type) && defaultValue === undefined ? !isAny || !choose.hardlyEver() : choose.rarely(),
    );
    const texts = given.map((argument) => {
      const isBroken = HEAVY.has(field.name) && argument.name === 'input';
      return isBroken ? 'input: { nothing: 1 }' : argumentText(argument, value(argument.type, 0));
    });
    if (HEAVY.has(field.name) && texts.length === 0) texts.push('input: 7');
    return texts.length ? `(${texts.join(', ')})` : '';
  };

  const selection = (declared: GraphQLCompositeType, depth: number): string => {
    const type = isAbstractType(declared) ? choose.of([...schema.getPossibleTypes(declared)]) : declared;
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < 9 || isLeafType(getNamedType(field.type)),
    );
    const parts = choose.rarely() ? ['__typename'] : [];
    const left = [...fields];
    for (let count = choose.number(1, 3); count > 0 && left.length; count--) {
      budget--;
      const field = choose.of(left);
      // The same field twice is valid GraphQL, and refused on connections.
      if (!choose.hardlyEver()) left.splice(left.indexOf(field), 1);
      if (budget > 0 || isLeafType(getNamedType(field.type))) parts.push(fieldText(field, depth));
    }
    if (parts.length === 0) parts.push('__typename');
    const text = parts.join(' ');
    // An interface has few fields of its own, so the fields of an object type come in a fragment.
    if (!isAbstractType(declared) && !choose.rarely()) return `{ ${text} }`;
    if (choose.evenly()) return `{ ... on ${type.name} { ${text} } }`;
    fragments.push(`fragment f${fragments.length} on ${type.name} { ${text} }`);
    return `{ ...f${fragments.length - 1} }`;
  };

  const fieldText = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    // Each root field gets an alias, because fields with the same response key must have the same arguments.
    const alias = depth === 1 || choose.rarely() ? `a${budget}_${depth}: ` : '';
    const directive = choose.hardlyEver() ? ` @include(if: ${choose.evenly()})` : '';
    const below = getNamedType(field.type);
    const inner = isLeafType(below) ? '' : ` ${selection(below, depth + 1)}`;
    return `${alias}${field.name}${argumentsOf(field)}${directive}${inner}`;
  };

  const kind = choose.rarely() ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
  const root = schema.getRootType(kind) as GraphQLObjectType;
  const fields = Object.values(root.getFields());
  const selected = Array.from({ length: choose.number(1, 2) }, () => fieldText(choose.of(fields), 1));
  const head = definitions.length ? `${kind} (${definitions.join(', ')})` : kind;
  return { query: [`${head} { ${selected.join(' ')} }`, ...fragments].join(' '), variables };
}

/** The name of an enum value, which has no quotes in a literal. */
class EnumName {
  constructor(readonly name: string) {}
}

function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, entry]) => `${name}: ${literal(entry)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}

function plain(value: unknown): unknown {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}
