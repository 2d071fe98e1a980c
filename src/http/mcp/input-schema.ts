import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type JsonSchema = Record<string, unknown>;

/** Returns the JSON Schema of an operation's variables, with the descriptions of the arguments that use them. */
export function inputSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Tool['inputSchema'] {
  const descriptions = describeVariables(schema, document);
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const inputType = typeFromAST(schema, type as never);
    if (!isInputType(inputType)) continue;
    if (isNonNullType(inputType) && !defaultValue) required.push(name);
    properties[name] = {
      ...jsonType(inputType),
      ...(descriptions.has(name) && { description: descriptions.get(name) }),
      ...(defaultValue && { default: valueFromASTUntyped(defaultValue) }),
    };
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Returns the description of the first argument or input field that uses each variable. */
function describeVariables(schema: GraphQLSchema, document: DocumentNode): Map<string, string> {
  const types = new TypeInfo(schema);
  const descriptions = new Map<string, string>();
  /** The description of the input field around the current value. */
  const fields: (string | undefined)[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.OBJECT_FIELD]: {
        enter: ({ name }) => {
          const parent = types.getParentInputType();
          const description = isInputObjectType(parent)
            ? parent.getFields()[name.value]?.description
            : undefined;
          fields.push(description ?? undefined);
        },
        leave: () => void fields.pop(),
      },
      [Kind.VARIABLE]: ({ name }) => {
        const description = fields.length ? fields.at(-1) : types.getArgument()?.description;
        if (description && !descriptions.has(name.value)) descriptions.set(name.value, description);
      },
    }),
  );
  return descriptions;
}

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
};

function jsonType(type: GraphQLInputType): JsonSchema {
  if (isNonNullType(type)) return jsonType(type.ofType);
  if (isListType(type)) return { type: 'array', items: jsonType(type.ofType) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (isInputObjectType(type)) return { type: 'object', description: type.description ?? undefined };
  return SCALARS[type.name] ?? { type: 'string' };
}
