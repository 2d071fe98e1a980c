import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isScalarType,
  type ObjectTypeDefinitionNode,
  parse,
  specifiedScalarTypes,
} from 'graphql';
import { printAugmentedSchema } from '../../src/graphql/print-augmented-schema';

describe('the augmented schema', () => {
  const committed = readFileSync(join(__dirname, '..', '..', 'schema.augmented.graphql'), 'utf8');
  const schema = buildSchema(committed);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !specifiedScalarTypes.some(({ name }) => name === type.name),
  );

  it('matches the type definitions', async () => {
    expect(await printAugmentedSchema()).toBe(committed);
  });

  it('describes every type, field, argument and value', () => {
    const undescribed = types.flatMap((type) => {
      const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
      const values = isEnumType(type) ? type.getValues() : [];
      return [
        { path: type.name, description: isScalarType(type) ? 'a scalar' : type.description },
        ...values.map((value) => ({ path: `${type.name}.${value.name}`, description: value.description })),
        ...fields.flatMap((field) => [
          { path: `${type.name}.${field.name}`, description: field.description },
          ...argumentsOf(field).map((argument) => ({
            path: `${type.name}.${field.name}(${argument.name}:)`,
            description: argument.description,
          })),
        ]),
      ].filter(({ description }) => !description);
    });
    expect(undescribed.map(({ path }) => path)).toEqual([]);
  });

  it('generates no mutations and no way from a film to its customers', () => {
    const written = readFileSync(join(__dirname, '..', '..', 'schema.graphql'), 'utf8');
    const mutation = parse(written).definitions.find(
      (node) => 'name' in node && node.name?.value === 'Mutation',
    );
    const ours = (mutation as ObjectTypeDefinitionNode).fields!.map((field) => field.name.value);
    expect(Object.keys(schema.getMutationType()!.getFields()).sort()).toEqual(ours.sort());
    const inputs = types.filter((type) => /^(Film|Actor|Category).*(Where|Sort|Filters)$/.test(type.name));
    for (const input of inputs) expect(input.toString() + JSON.stringify(input)).not.toMatch(/Customer/);
  });
});

const argumentsOf = (field: object) =>
  'args' in field ? (field.args as { name: string; description?: string | null }[]) : [];
