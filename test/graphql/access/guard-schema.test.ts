import {
  execute,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { ACCESS, rolesOf } from '../../../src/graphql/access/access-table';
import { type Role, ROLES, type Viewer } from '../../../src/graphql/access/viewer';
import { buildSchemas } from '../../../src/graphql/build-schema';
import { type Reach, reachEverything } from './reach-everything';

const viewers: Record<Role, Viewer> = {
  anonymous: { role: 'anonymous' },
  customer: { role: 'customer', customerId: '1' },
  analyst: { role: 'analyst' },
  trainer: { role: 'trainer' },
  admin: { role: 'admin' },
};

describe('access to fields and inputs', () => {
  let schema: GraphQLSchema;
  let everything: Reach[];
  beforeAll(async () => {
    schema = (await buildSchemas()).api;
    everything = reachEverything(schema);
  });

  /**
   * Returns the code of the first error of the guard. There is no graph, so allowed operations fail with another error.
   */
  const refused = async (document: string, viewer: Viewer, variableValues?: Record<string, unknown>) => {
    const parsed = parse(document);
    expect(validate(schema, parsed)).toEqual([]);
    const { errors = [] } = await execute({
      schema,
      document: parsed,
      contextValue: { viewer },
      variableValues,
    });
    const codes = errors.map(({ originalError }) => (originalError as { code?: unknown } | undefined)?.code);
    return codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN');
  };

  it('is tested for every field and input field of the schema', () => {
    const coordinates = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) =>
        isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
          : [],
      );
    expect(everything.map((reach) => reach.coordinate).sort()).toEqual(coordinates.sort());
  });

  it.each(ROLES)('follows the access table for the role %s', async (role) => {
    const code = role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    const may = (coordinate: string) => {
      const [type, field] = coordinate.split('.');
      return rolesOf(type, field)!.includes(role);
    };
    const wrong: object[] = [];
    for (const { coordinate, passes, document } of everything) {
      const expected = passes.every(may) ? undefined : code;
      const got = await refused(document, viewers[role]);
      if (got !== expected) wrong.push({ coordinate, document, expected, got });
    }
    expect(wrong).toEqual([]);
  });

  it('refuses inputs about fields that the role may not read', () => {
    const wider: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isInputObjectType(type)) continue;
      const about = ['Film', 'Actor', 'Category', 'Customer', 'Rented'].find((owner) =>
        new RegExp(`^${owner}(Where|Sort)$`).test(type.name),
      );
      for (const field of about ? Object.keys(type.getFields()) : []) {
        const readers = rolesOf(about!, field);
        if (['AND', 'OR', 'NOT'].includes(field)) continue;
        const extra = rolesOf(type.name, field)!.filter((role) => !readers?.includes(role));
        if (extra.length) wider.push(`${type.name}.${field} for ${extra}`);
      }
    }
    expect(wider).toEqual([]);
  });

  it('reaches neither names nor rentals of other customers by any input', () => {
    const reachable = (role: Role) =>
      everything
        .filter(({ passes }) =>
          passes.every((path) => rolesOf(...(path.split('.') as [string, string]))!.includes(role)),
        )
        .map(({ coordinate }) => coordinate)
        .filter((coordinate) => isInputObjectType(schema.getType(coordinate.split('.')[0])));
    expect(reachable('anonymous').filter((path) => /^(Customer|Rented)/.test(path))).toEqual([]);
    for (const role of ['analyst', 'trainer'] as const) {
      expect(reachable(role).filter((path) => /^Customer\w*\.(first|last)Name$/.test(path))).toEqual([
        // Names of actors, of whom the customer is a fan.
        'CustomerFanOfNodeAggregationWhereInput.firstName',
        'CustomerFanOfNodeAggregationWhereInput.lastName',
      ]);
    }
    // No input leads from a film, an actor or a category to a customer, for any role.
    for (const root of [
      'FilmWhere',
      'ActorWhere',
      'CategoryWhere',
      'FilmSort',
      'ActorSort',
      'CategorySort',
    ]) {
      expect(typesBelow(schema, root).filter((name) => /Customer|Rented/.test(name))).toEqual([]);
    }
  });

  it('is checked in variables, fragments and skipped selections', async () => {
    const analyst = viewers.analyst;
    const where = 'query ($where: CustomerWhere) { customers(where: $where) { customerId } }';
    expect(await refused(where, analyst, { where: { customerId: { eq: '1' } } })).toBeUndefined();
    for (const condition of [
      { firstName: { startsWith: 'A' } },
      { OR: [{ customerId: { eq: '1' } }, { NOT: { lastName: { eq: 'B' } } }] },
      { firstName: { eq: null } },
    ]) {
      expect(await refused(where, analyst, { where: condition })).toBe('FORBIDDEN');
    }
    expect(
      await refused(
        'query ($name: String) { customers(where: { firstName: { eq: $name } }) { customerId } }',
        analyst,
        { name: 'ANNA' },
      ),
    ).toBe('FORBIDDEN');
    for (const document of [
      '{ customers { ...names } } fragment names on Customer { customerId firstName }',
      '{ customers { ... on Customer { n: lastName } } }',
      '{ customers { ... @include(if: false) { lastName @skip(if: true) } } }',
      '{ customers(sort: [{ customerId: ASC }, { lastName: ASC }]) { customerId } }',
      '{ customersConnection { aggregate { node { firstName { longest } } } } }',
      'query ($sort: [CustomerSort!] = [{ firstName: DESC }]) { customers(sort: $sort) { customerId } }',
      '{ recommendations(customer: "1") { customer { firstName } } }',
    ]) {
      expect(await refused(document, analyst)).toBe('FORBIDDEN');
    }
  });

  it('has rows only for fields of the schema', () => {
    const stale = Object.entries(ACCESS).flatMap(([name, row]) => {
      const type = schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [name];
      if (Array.isArray(row)) return [];
      return Object.keys(row)
        .filter((field) => !type.getFields()[field])
        .map((field) => `${name}.${field}`);
    });
    expect(stale).toEqual([]);
  });
});

/** All input types at and below one. */
function typesBelow(schema: GraphQLSchema, root: string, seen = new Set<string>()): string[] {
  const type = schema.getType(root);
  if (!isInputObjectType(type) || seen.has(root)) return [];
  seen.add(root);
  for (const field of Object.values(type.getFields())) {
    typesBelow(schema, field.type.toString().replace(/[[\]!]/g, ''), seen);
  }
  return [...seen];
}
