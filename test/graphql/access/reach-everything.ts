import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  OperationTypeNode,
} from 'graphql';

/** An operation that reaches one field or input field of the schema on the shortest path. */
export interface Reach {
  /** The field that is reached, such as Customer.firstName. */
  coordinate: string;
  /** All fields that the operation selects, and all input fields that it sets. */
  passes: string[];
  document: string;
}

interface Step {
  type: GraphQLObjectType | GraphQLInterfaceType;
  passes: string[];
  /** Wraps the selection below. */
  wrap: (selection: string) => string;
}

/** One operation for each field and each input field that can be reached from the roots. */
export function reachEverything(schema: GraphQLSchema): Reach[] {
  const reached = new Map<string, Reach>();
  const seen = new Set<string>();
  const queue: Step[] = Object.values(OperationTypeNode).flatMap((kind) => {
    const type = schema.getRootType(kind);
    return type ? [{ type, passes: [], wrap: (selection: string) => `${kind} { ${selection} }` }] : [];
  });
  const note = (reach: Reach) => {
    if (!reached.has(reach.coordinate)) reached.set(reach.coordinate, reach);
  };
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (seen.has(step.type.name)) continue;
    seen.add(step.type.name);
    for (const field of Object.values(step.type.getFields())) {
      const { wrap } = step;
      const coordinate = `${step.type.name}.${field.name}`;
      const needed = field.args.filter(isRequiredArgument);
      const given = needed.map((argument) => sample(argument.type));
      const passes = [...step.passes, coordinate, ...given.flatMap((value) => value.passes)];
      const values = needed.map((argument, place) => `${argument.name}: ${given[place].literal}`);
      const below = getNamedType(field.type);
      const open = (selection: string, args = values) =>
        wrap(`${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selection}`);
      const inner = isLeafType(below) ? '' : '{ __typename }';
      note({ coordinate, passes, document: open(inner) });
      for (const argument of field.args) {
        const others = values.filter((value) => !value.startsWith(`${argument.name}:`));
        for (const reach of reachInputs(argument.type)) {
          const args = [...others, `${argument.name}: ${reach.document}`];
          note({ ...reach, passes: [...passes, ...reach.passes], document: open(inner, args) });
        }
      }
      if (isObjectType(below) || isInterfaceType(below))
        queue.push({ type: below, passes, wrap: (selection) => open(`{ ${selection} }`) });
    }
  }
  return [...reached.values()];
}

/** A literal for each input field at and below a type. */
export function reachInputs(type: GraphQLInputType): Reach[] {
  const reached = new Map<string, Reach>();
  const queue = [{ type: getNamedType(type), passes: [] as string[], wrap: (literal: string) => literal }];
  const seen = new Set<string>();
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (!isInputObjectType(step.type) || seen.has(step.type.name)) continue;
    seen.add(step.type.name);
    const { wrap } = step;
    const fields = Object.values(step.type.getFields());
    for (const field of fields) {
      const coordinate = `${step.type.name}.${field.name}`;
      const needed = fields
        .filter((other) => other !== field && isRequiredInputField(other))
        .map((other) => `${other.name}: ${sample(other.type).literal}, `);
      const open = (literal: string) => wrap(`{ ${needed.join('')}${field.name}: ${literal} }`);
      const passes = [...step.passes, coordinate];
      const value = sample(field.type);
      const reach = { coordinate, passes: [...passes, ...value.passes], document: open(value.literal) };
      if (!reached.has(coordinate)) reached.set(coordinate, reach);
      queue.push({ type: getNamedType(field.type), passes, wrap: open });
    }
  }
  return [...reached.values()];
}

/** The smallest valid literal of a type. */
function sample(inputType: GraphQLInputType): { literal: string; passes: string[] } {
  const type = getNullableType(inputType);
  if (isListType(type)) {
    const entry = sample(type.ofType);
    return { ...entry, literal: `[${entry.literal}]` };
  }
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    const values = needed.map((field) => sample(field.type));
    return {
      literal: `{ ${needed.map((field, place) => `${field.name}: ${values[place].literal}`).join(', ')} }`,
      passes: [
        ...needed.map((field) => `${type.name}.${field.name}`),
        ...values.flatMap((value) => value.passes),
      ],
    };
  }
  if (isEnumType(type)) return { literal: type.getValues()[0].name, passes: [] };
  const literals: Record<string, string> = {
    Int: '1',
    Float: '1',
    Boolean: 'true',
    DateTime: '"2026-01-01"',
  };
  return { literal: literals[type.toString()] ?? '"1"', passes: [] };
}
