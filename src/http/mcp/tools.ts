import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { rolesOf } from '../../graphql/access/access-table';
import type { Role } from '../../graphql/access/viewer';
import type { ExampleOperation } from '../operations';
import { inputSchema } from './input-schema';

/** A tool of the MCP server: a GraphQL operation. */
export interface OperationTool {
  readonly tool: Tool;
  /** The text of the operation. */
  readonly query: string;
}

/**
 * Creates a tool for each operation that a role may use, by name. Fields that the role may not read are left out of an
 * operation. There are no tools for subscriptions, because a tool returns a single result.
 */
export function toolsOf(
  role: Role,
  schema: GraphQLSchema,
  operations: readonly ExampleOperation[],
): Map<string, OperationTool> {
  const tools = new Map<string, OperationTool>();
  for (const { name, description, document } of operations) {
    const allowed = allowedPart(role, schema, parse(document));
    const operation = allowed && operationOf(allowed);
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) continue;
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const toolName = name.replaceAll('-', '_');
    tools.set(toolName, {
      query: print(allowed),
      tool: {
        name: toolName,
        description,
        inputSchema: inputSchema(schema, allowed, operation),
        annotations: { readOnlyHint: isQuery, openWorldHint: false },
      },
    });
  }
  return tools;
}

const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode | undefined =>
  definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** Removes the fields that a role may not read; undefined if the role may not use a root field or an input. */
function allowedPart(role: Role, schema: GraphQLSchema, document: DocumentNode): DocumentNode | undefined {
  const types = new TypeInfo(schema);
  const may = (typeName: string, field: string) => rolesOf(typeName, field)?.includes(role) ?? false;
  let isAllowed = true;
  const allowed = visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]: {
        enter: (node: FieldNode) => {
          const parent = types.getParentType();
          if (!parent || node.name.value.startsWith('__') || may(parent.name, node.name.value))
            return undefined;
          if (isRoot(schema, parent.name)) isAllowed = false;
          return null;
        },
        leave: (node: FieldNode) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      },
      [Kind.OBJECT_FIELD]: ({ name }) => {
        const parent = types.getParentInputType();
        if (parent && 'name' in parent && !may(parent.name, name.value)) isAllowed = false;
      },
    }),
  );
  return isAllowed ? allowed : undefined;
}

const isRoot = (schema: GraphQLSchema, typeName: string) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (root) => root?.name === typeName,
  );
