import { addResolversToSchema } from '@graphql-tools/schema';
import {
  type DefinitionNode,
  type DocumentNode,
  extendSchema,
  type GraphQLSchema,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
  visit,
} from 'graphql';
import type { Resolvers } from './resolvers-types.generated';

const NODE = 'Node';

/** Type definitions, and the part of them that names the interface Node. */
export interface SplitDefinitions {
  readonly withoutNode: DocumentNode;
  readonly extension: DocumentNode;
}

/** Removes the interface Node from type definitions: @neo4j/graphql reserves its name and refuses to define it. */
export function splitNode(typeDefs: DocumentNode): SplitDefinitions {
  const definitions: DefinitionNode[] = [];
  const extend = (type: ObjectTypeDefinitionNode, added: Partial<ObjectTypeDefinitionNode>) =>
    definitions.push({ kind: Kind.OBJECT_TYPE_EXTENSION, name: type.name, ...added });
  const withoutNode = visit(typeDefs, {
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => {
      definitions.push(type);
      return null;
    },
    [Kind.ENUM_TYPE_DEFINITION]: (type) => void definitions.push(type),
    [Kind.OBJECT_TYPE_DEFINITION]: {
      leave: (type) => {
        const { interfaces = [], fields = [] } = type;
        if (interfaces.length) extend(type, { interfaces });
        const returnNode = fields.filter(({ type: returned }) => nameOf(returned) === NODE);
        if (returnNode.length) extend(type, { fields: returnNode });
        return { ...type, interfaces: [], fields: fields.filter((field) => !returnNode.includes(field)) };
      },
    },
  });
  return { withoutNode, extension: { kind: Kind.DOCUMENT, definitions } };
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

/** Adds the interface Node to a schema that was generated without it. */
export function addNode(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  resolvers: Pick<Resolvers, 'Node' | 'Query'>,
): GraphQLSchema {
  // The generated schema already contains the enums that other fields use.
  const missing = definitions.filter(
    (definition) => !isTypeDefinitionNode(definition) || !schema.getType(definition.name.value),
  );
  const extended = extendSchema(schema, { kind: Kind.DOCUMENT, definitions: missing });
  return addResolversToSchema({ schema: extended, resolvers: resolvers as never });
}
