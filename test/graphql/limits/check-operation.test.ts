import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { buildSchemas } from '../../../src/graphql/build-schema';
import { checkOperation } from '../../../src/graphql/limits/check-operation';

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples', 'operations');
const repeat = (count: number, part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

describe('checkOperation', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = (await buildSchemas()).api;
  });
  const check = (query: string, variables?: unknown, operationName?: string) => () =>
    checkOperation(schema, { query, variables, operationName });

  const nested = (depth: number) =>
    `{ films { ${'actors { films { '.repeat(depth / 2)}title${' } }'.repeat(depth / 2)} } }`;
  const oneEach = (depth: number) => nested(depth).replace(/(films|actors) \{/g, '$1(limit: 1) {');

  it.each([
    ['depth', oneEach(12), /^13 levels of fields; at most 12/],
    ['tokens', `{ ${repeat(4_001, () => '__typename')} }`, /^More than 4000 tokens/],
    ['fields', `{ ${repeat(501, () => '__typename')} }`, /^(501 fields and fragments|21 fields at the root)/],
    ['root fields', `{ ${repeat(21, () => '__typename')} }`, /^21 fields at the root; at most 20/],
    ['aliases', `{ films { ${repeat(31, (at) => `a${at}: title`)} } }`, /^31 aliases; at most 30/],
    ['directives', `{ films { ${repeat(21, () => 'title @include(if: true)')} } }`, /^21 directives/],
    [
      'levels of a literal',
      `{ films(where: ${'{ NOT: '.repeat(13)}{}${' }'.repeat(13)}) { title } }`,
      /^13 levels in a literal/,
    ],
    [
      'values of literals',
      `{ films(where: { filmId: { in: [${repeat(1_000, () => '"1"')}] } }) { title } }`,
      /^1001 values/,
    ],
    [
      'cost of nested lists',
      '{ films(limit: 200) { actors(limit: 200) { lastName } } }',
      /^40200 nodes that the answer could hold; at most 20000/,
    ],
    ['cost of default lists', '{ films { actors { films { actors { lastName } } } } }', /^406900 nodes/],
    [
      'cost of connections',
      '{ filmsConnection(first: 200) { edges { node { actorsConnection(first: 200) { edges { node { lastName } } } } } } }',
      /nodes/,
    ],
    ['cost of searches', '{ films(limit: 200) { neighbors(first: 100) { score } } }', /^24200 nodes/],
    [
      'cost of recommendations',
      '{ customers(limit: 200) { recommendations(first: 100) { items { rank } } } }',
      /^24400 nodes/,
    ],
    [
      'long mutations',
      'mutation { trainStep { step } writeEmbeddings(input: {}) { written { nodes } } }',
      /^2 mutations that take long; at most 1/,
    ],
  ])('refuses too much %s, with the number', (_what, query, message) => {
    expect(check(query)).toThrow(
      expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', message: expect.stringMatching(message) }),
    );
  });

  it('counts fragments wherever they are spread, and stops early where they multiply', () => {
    const bomb = `{ films { ...f0 } } ${repeat(40, (at) => `fragment f${at} on Film { ...f${at + 1} ...f${at + 1} }`)} fragment f40 on Film { title }`;
    const startedAt = performance.now();
    expect(check(bomb)).toThrow(/^501 fields and fragments/);
    expect(performance.now() - startedAt).toBeLessThan(50);
    expect(check(`{ films { ...a } } fragment a on Film { ${repeat(31, (at) => `a${at}: title`)} }`)).toThrow(
      /aliases/,
    );
  });

  it('applies variables and their defaults to the cost', () => {
    const query =
      'query ($films: Int = 2, $actors: Int!) { films(limit: $films) { actors(limit: $actors) { films(limit: $films) { title } } } }';
    expect(check(query, { actors: 50 })).not.toThrow();
    expect(check(query, { actors: 50, films: 200 })).toThrow(/^2010200 nodes/);
    expect(check(query, { actors: 200, films: 200 })).toThrow(/nodes/);
  });

  it('counts the values of variables, and their levels', () => {
    const query = 'query ($where: FilmWhere) { films(where: $where) { title } }';
    const deep = Array.from({ length: 13 }).reduce<object>((below) => ({ NOT: below }), {});
    expect(check(query, { where: deep })).toThrow(/levels in a literal or variable/);
    expect(
      check(query, { where: { OR: Array.from({ length: 1_000 }, () => ({ title: { eq: 'A' } })) } }),
    ).toThrow(/values/);
    const abyss = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(check(query, { where: abyss })).toThrow(/levels/);
  });

  it('leaves what is no valid operation to GraphQL', () => {
    for (const query of [
      '{',
      '',
      '{ ...a } fragment a on Query { ...a }',
      '{ films(limit: "x") { title } nothing { at { all } } }',
      '{ films { ...missing } }',
    ]) {
      expect(check(query)).not.toThrow();
    }
    expect(checkOperation(schema, { query: 17 })).toBeUndefined();
    expect(check('query ($a: Int!) { films(limit: $a) { title } }', 'x')).not.toThrow();
  });

  it('takes the query with which tools ask for the schema', () => {
    expect(
      check(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })),
    ).not.toThrow();
  });

  it.each(readdirSync(EXAMPLES))('takes the example %s', (file) => {
    expect(
      check(readFileSync(join(EXAMPLES, file), 'utf8'), { films: ['1'], customer: '1', film: '1' }),
    ).not.toThrow();
  });

  it('takes a page of twenty customers with five recommendations, their films, actors and reasons', () => {
    expect(
      check(
        '{ customers(limit: 20) { customerId recommendations(first: 5) { items { film { title actors { lastName } } reasons { text } } } } }',
      ),
    ).not.toThrow();
  });
});
