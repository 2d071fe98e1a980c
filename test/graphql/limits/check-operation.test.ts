import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { buildSchemas } from '../../../src/graphql/build-schema';
import { type CheckOperation, createOperationCheck } from '../../../src/graphql/limits/check-operation';
import { requireFieldRules } from '../../../src/graphql/limits/field-rules';

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples', 'operations');
const repeat = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

describe('checkOperation', () => {
  let schema: GraphQLSchema;
  let checkOperation: CheckOperation;
  beforeAll(async () => {
    schema = (await buildSchemas()).api;
    checkOperation = createOperationCheck(schema);
  });
  const check = (query: string, variables?: unknown, operationName?: string) => () =>
    checkOperation({ query, variables, operationName });
  const costOf = (query: string, variables?: unknown) => checkOperation({ query, variables })?.cost;

  const nested = (depth: number) =>
    `{ films { ${'actors { films { '.repeat(depth / 2)}title${' } }'.repeat(depth / 2)} } }`;
  const oneEach = (depth: number) => nested(depth).replace(/(films|actors) \{/g, '$1(limit: 1) {');

  it.each([
    ['nested fields', oneEach(12), /has 13 nested fields; the maximum is 12/],
    ['tokens', `{ ${repeat(4_001, () => '__typename')} }`, /has more than 4000 tokens/],
    ['root fields', `{ ${repeat(21, () => '__typename')} }`, /has 21 root fields/],
    ['selections', `{ films { ${repeat(501, () => 'title')} } }`, /has 501 fields and fragments/],
    ['aliases', `{ films { ${repeat(31, (at) => `a${at}: title`)} } }`, /has 31 aliases/],
    ['directives', `{ films { ${repeat(21, () => 'title @include(if: true)')} } }`, /has 21 directives/],
    [
      'levels of a literal',
      `{ films(where: ${'{ NOT: '.repeat(13)}{}${' }'.repeat(13)}) { title } }`,
      /has 13 nested lists and objects/,
    ],
    [
      'values of literals',
      `{ films(where: { filmId: { in: [${repeat(1_000, () => '"1"')}] } }) { title } }`,
      /has 1001 values/,
    ],
    [
      'characters of a text',
      `{ films(where: { title: { eq: "${'x'.repeat(5_001)}" } }) { title } }`,
      /has 5001 characters in one text/,
    ],
    [
      'long mutations',
      'mutation { trainStep { step } writeEmbeddings(input: {}) { written { nodes } } }',
      /has 2 long-running mutations/,
    ],
    [
      'selections of a fragment that no operation spreads',
      `{ films { title } } fragment unused on Film { ${repeat(500, () => 'title')} }`,
      /has 501 fields and fragments/,
    ],
    [
      'selections of all operations together',
      `${repeat(6, (at) => `query q${at} { films { ${repeat(100, () => 'title')} } }`)}`,
      /has 501 fields and fragments/,
    ],
  ])('refuses too many %s and names both numbers', (_what, query, message) => {
    expect(check(query, undefined, 'q1')).toThrow(
      expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['one node and its values', '{ films(limit: 1) { title filmId } }', 3],
    ['nested lists', '{ films(limit: 200) { actors(limit: 20) { lastName } } }', 200 + 2 * 4_000],
    ['lists of the default size', '{ films { title } }', 50],
    ['a list of known ids', '{ films(where: { filmId: { in: ["1", "2"] } }, limit: 200) { title } }', 6],
    [
      'a lookup by a unique id',
      '{ customers(where: { customerId: { eq: "1" } }) { rented(limit: 1000) { title } } }',
      2 + 2_000,
    ],
    [
      'a lookup by a unique id inside AND',
      '{ customers(where: { AND: [{ customerId: { eq: "1" } }] }) { rented(limit: 1000) { title } } }',
      2 + 2_000,
    ],
    [
      'a page of a connection',
      '{ filmsConnection(first: 5) { edges { node { title } } } }',
      1 + 25 + 5 + 2 * 5,
    ],
    ['searches', '{ films(limit: 10) { neighbors(first: 5) { score } } }', 10 + 10 * (20 + 10)],
    ['the map of all films', '{ filmMap { x y } }', 3_000],
    [
      'one related condition',
      '{ films(limit: 1, where: { actors: { some: { lastName: { eq: "A" } } } }) { title } }',
      27,
    ],
    [
      'nested related conditions',
      '{ films(limit: 1, where: { actors: { all: { films: { single: { title: { eq: "A" } } } } } }) { title } }',
      2 + 625,
    ],
    [
      'a single inside a single',
      '{ films(limit: 1, where: { actors: { single: { films: { single: { title: { eq: "A" } } } } } }) { title } }',
      2 + 625 * 16,
    ],
    [
      'an OR, which is planned with copies of its parts',
      '{ films(limit: 1, where: { OR: [{ actors: { some: { lastName: { eq: "A" } } } }, { title: { contains: "A" }, length: { gt: 1 } }] }) { title } }',
      2 + 25 * 2 + 2,
    ],
    [
      'the negation of an OR, which is an AND',
      '{ films(limit: 1, where: { NOT: { OR: [{ actors: { some: { lastName: { eq: "A" } } } }, { title: { contains: "A" }, length: { gt: 1 } }] } }) { title } }',
      2 + 25 + 2,
    ],
    [
      'conditions of a nested list',
      '{ films(limit: 10) { actors(limit: 1, where: { lastName: { contains: "A" } }) { lastName } } }',
      10 + 10 * 3,
    ],
    [
      'conditions on aggregates',
      '{ films(limit: 1, where: { actorsConnection: { aggregate: { count: { nodes: { gt: 1 } } } } }) { title } }',
      27,
    ],
  ])('counts %s as points of cost', (_what, query, cost) => {
    expect(costOf(`query q1 ${query}`)).toBe(cost);
  });

  it.each(['some', 'none', 'all', 'single'])('refuses five nested conditions with %s', (quantifier) => {
    let where = '{ lastName: { contains: "q" } }';
    for (let level = 0; level < 5; level++) {
      where = `{ ${level % 2 ? 'films' : 'actors'}: { ${quantifier}: ${where} } }`;
    }
    expect(check(`{ films(limit: 1, where: ${where}) { title } }`)).toThrow(/points of cost/);
    const variables = { where: JSON.parse(where.replace(/(\w+):/g, '"$1":')) };
    expect(
      check('query ($where: FilmWhere) { films(limit: 1, where: $where) { title } }', variables),
    ).toThrow(/points of cost/);
  });

  it.each([
    '{ actors: { single: { films: { single: { actors: { single: { lastName: { eq: "A" } } } } } } } }',
    '{ actors: { some: { films: { single: { actors: { single: { lastName: { eq: "A" } } } } } } } }',
    '{ OR: [{ actors: { single: { films: { single: { title: { eq: "A" } } } } } }, { AND: [{ title: { eq: "A" } }, { title: { eq: "B" } }, { title: { eq: "C" } }] }] }',
    '{ OR: [{ categories: { all: { films: { single: { title: { eq: "A" } } } } }, actors: { single: { films: { single: { title: { eq: "A" } } } } } }, { title: { contains: "A", endsWith: "B" }, length: { gt: 1 } }] }',
  ])('refuses a condition that takes seconds to plan: %s', (where) => {
    expect(check(`{ films(limit: 1, where: ${where}) { title } }`)).toThrow(/points of cost/);
  });

  it('allows many alternatives', () => {
    const alternative = (at: number) =>
      `{ title: { contains: "${at}" }, actors: { some: { lastName: { eq: "${at}" } } } }`;
    expect(check(`{ films(limit: 1, where: { OR: [${repeat(20, alternative)}] }) { title } }`)).not.toThrow();
  });

  it('refuses many values on many nodes', () => {
    const aliases = repeat(29, (at) => `a${at}: description`);
    expect(check(`{ filmMap { film { ${aliases} } } }`)).toThrow(/has 31000 points of cost/);
  });

  it('counts fragments at each spread, and stops early if they multiply', () => {
    const bomb = `{ films { ...f0 } } ${repeat(40, (at) => `fragment f${at} on Film { ...f${at + 1} ...f${at + 1} }`)} fragment f40 on Film { title }`;
    const startedAt = performance.now();
    expect(check(bomb)).toThrow(/has 501 fields and fragments/);
    expect(performance.now() - startedAt).toBeLessThan(50);
    expect(check(`{ films { ...a } } fragment a on Film { ${repeat(31, (at) => `a${at}: title`)} }`)).toThrow(
      /aliases/,
    );
  });

  it('applies variables and their defaults to the cost', () => {
    const query =
      'query ($films: Int = 2, $actors: Int!) { films(limit: $films) { actors(limit: $actors) { films(limit: $films) { title } } } }';
    expect(check(query, { actors: 50 })).not.toThrow();
    expect(check(query, { actors: 50, films: 200 })).toThrow(/points of cost/);
    expect(check(query, { actors: 200, films: 200 })).toThrow(/points of cost/);
  });

  it('counts the values of variables, and their levels', () => {
    const query = 'query ($where: FilmWhere) { films(where: $where) { title } }';
    const deep = Array.from({ length: 13 }).reduce<object>((below) => ({ NOT: below }), {});
    expect(check(query, { where: deep })).toThrow(/nested lists and objects/);
    expect(
      check(query, { where: { OR: Array.from({ length: 1_000 }, () => ({ title: { eq: 'A' } })) } }),
    ).toThrow(/values/);
    const abyss = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(check(query, { where: abyss })).toThrow(/nested lists and objects/);
  });

  it('has a rule for every field whose cost does not follow from its type', async () => {
    expect(() => requireFieldRules(schema)).not.toThrow();
    const changed = buildSchema('type Query { unknown: Int }');
    expect(() => requireFieldRules(changed)).toThrow(/field-rules.ts for Query.unknown/);
  });

  it('leaves invalid operations to GraphQL', () => {
    for (const query of [
      '{',
      '',
      '{ ...a } fragment a on Query { ...a }',
      '{ films(limit: "x") { title } nothing { at { all } } }',
      '{ films { ...missing } }',
    ]) {
      expect(check(query)).not.toThrow();
    }
    expect(checkOperation({ query: 17 })).toBeUndefined();
    expect(check('query ($a: Int!) { films(limit: $a) { title } }', 'x')).not.toThrow();
  });

  it('accepts the introspection query of tools', () => {
    expect(
      check(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })),
    ).not.toThrow();
  });

  it('gives each operation the deadline of its slowest root field', () => {
    const deadline = (query: string) => checkOperation({ query })?.deadlineMs;
    expect(deadline('{ films { title } }')).toBe(20_000);
    expect(deadline('mutation { recordRental(input: {}) { times } }')).toBe(20_000);
    expect(deadline('mutation { trainStep { step } }')).toBe(600_000);
    expect(
      deadline(
        'mutation { ...a } fragment a on Mutation { cancelTraining(input: {}) { run { id } } trainStep { step } }',
      ),
    ).toBe(600_000);
  });

  it.each(readdirSync(EXAMPLES))('accepts the example %s', (file) => {
    expect(
      check(readFileSync(join(EXAMPLES, file), 'utf8'), { films: ['1'], customer: '1', film: '1' }),
    ).not.toThrow();
  });

  it('accepts a page of twenty customers with five recommendations, their films, actors and reasons', () => {
    expect(
      check(
        '{ customers(limit: 20) { customerId recommendations(first: 5) { items { film { title actors { lastName } } reasons { text } } } } }',
      ),
    ).not.toThrow();
  });
});
