/** A hostile request, with the status and code of its refusal. */
export interface Attack {
  name: string;
  body: string;
  status: number;
  code: string;
}

const repeat = (count: number, part: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, at) => part(at)).join(between);
const attack = (name: string, request: object, status = 400, code = 'QUERY_TOO_COMPLEX'): Attack => ({
  name,
  body: JSON.stringify(request),
  status,
  code,
});

const FILMS_WHERE = 'query ($where: FilmWhere) { films(where: $where) { title } }';

export const attackDocuments: readonly Attack[] = [
  attack('a literal of 120 levels', {
    query: `{ films(where: ${'{ NOT: '.repeat(119)}{}${' }'.repeat(119)}) { title } }`,
  }),
  attack('a variable of 120 levels', {
    query: FILMS_WHERE,
    variables: { where: Array.from({ length: 119 }).reduce<object>((below) => ({ NOT: below }), {}) },
  }),
  attack(
    '10,000 conditions in a literal',
    {
      query: `{ films(where: { OR: [${repeat(10_000, (at) => `{ title: { eq: "${at}" } }`)}] }) { title } }`,
    },
    413,
  ),
  attack(
    '10,000 conditions in a variable',
    {
      query: FILMS_WHERE,
      variables: {
        where: { OR: Array.from({ length: 10_000 }, (_, at) => ({ title: { eq: String(at) } })) },
      },
    },
    413,
  ),
  attack('3,000 conditions in a variable', {
    query: FILMS_WHERE,
    variables: { where: { OR: Array.from({ length: 3_000 }, () => ({ title: { eq: '1' } })) } },
  }),
  attack('1,000 aliases', { query: `{ ${repeat(1_000, (at) => `a${at}: films { title }`)} }` }),
  attack('a body of 1 MB', { query: `{ films { title } } #${'x'.repeat(1_000_000)}` }, 413),
  attack(
    'fragments in a circle',
    {
      query: `{ films { ...a } } fragment a on Film { ...b } fragment b on Film { ...c ...c } fragment c on Film { ...a ...b }`,
    },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack('fragments that double forty times', {
    query: `{ films { ...f0 } } ${repeat(40, (at) => `fragment f${at} on Film { ...f${at + 1} ...f${at + 1} }`)} fragment f40 on Film { title }`,
  }),
  attack('50 levels of fields', {
    query: `{ films { ${'actors { films { '.repeat(24)}title${' } }'.repeat(24)} } }`,
  }),
  attack('inline fragments of 600 levels', {
    query: `{ films ${'{ ... '.repeat(600)}{ title }${' }'.repeat(600)} }`,
  }),
  attack('one field 3,000 times', { query: `{ films { ${repeat(3_000, () => 'title')} } }` }),
  attack('480 fields of one name with arguments', {
    query: `{ ${repeat(480, () => '__typename')} }`,
  }),
  attack('1,000 directives', { query: `{ films { title ${repeat(1_000, () => '@include(if: true)')} } }` }),
  {
    ...attack('45,000 arrays in each other', {}),
    body: `{"query":"${FILMS_WHERE}","variables":{"where":${'['.repeat(45_000)}${']'.repeat(45_000)}}}`,
  },
  attack(
    'introspection in circles',
    {
      query: `{ __schema { types { ${'fields { type { '.repeat(6)}name${' } }'.repeat(6)} } } }`,
    },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  attack('lists of lists of lists', {
    query: '{ films(limit: 200) { actors(limit: 200) { films(limit: 200) { title } } } }',
  }),
  attack('more than 4,000 tokens', {
    query: `{ films { ${repeat(1_500, () => 'title, actors { lastName }')} } }`,
  }),
  attack('a thousand operations', {
    query: repeat(1_000, (at) => `query q${at} { films { title } }`),
    operationName: 'q1',
  }),
];
