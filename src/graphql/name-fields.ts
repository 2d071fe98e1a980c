import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  visit,
} from 'graphql';
import type { GraphModel } from '../graph/graph-model';

/**
 * Sets the property name of each stored field to `Type.field`, so that `adaptCypher` can replace it with the expression
 * of the graph's model.
 */
export const nameFields = (typeDefs: DocumentNode, { fields }: GraphModel): DocumentNode =>
  visit(typeDefs, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => ({
      ...type,
      fields: type.fields?.map((field) => {
        const name = `${type.name.value}.${field.name.value}`;
        return name in fields ? withAlias(field, name) : field;
      }),
    }),
  } satisfies Partial<Record<Kind, (node: ObjectTypeDefinitionNode) => unknown>>) as DocumentNode;

const withAlias = (field: FieldDefinitionNode, property: string): FieldDefinitionNode => ({
  ...field,
  directives: [
    ...(field.directives ?? []).filter(({ name }) => name.value !== 'alias'),
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'alias' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'property' },
          value: { kind: Kind.STRING, value: property },
        },
      ],
    },
  ],
});
