import type { Choose } from './choose';
import type { GeneratedOperation } from './generate-operation';

const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '...',
  '"',
  '"""',
  '#',
  '&',
  '|',
  'null',
  'on',
  'fragment',
  'query',
  '\u0000',
  '١',
  '9e999',
  '-',
];

/**
 * Returns the body of a request with one defect: in the text of the operation, in its variables, or in the JSON around
 * them.
 */
export function breakRequest(operation: GeneratedOperation, choose: Choose): string {
  const { query, variables } = operation;
  const at = choose.number(0, query.length);
  const send = (changes: object) => JSON.stringify({ ...operation, ...changes });
  const name = Object.keys(variables)[0];
  const ways: (() => string)[] = [
    () => send({ query: query.slice(0, at) }),
    () => send({ query: query.slice(0, at) + choose.of(TOKENS) + query.slice(at) }),
    () => send({ query: query.slice(0, at) + query.slice(at + choose.number(1, 20)) }),
    () => send({ query: query.replace(/\w+(?= \{)/, 'unknown') }),
    () => send({ query: query.replace(/: (\w)/, ': $$missing$1') }),
    () => send({ query: `${query} ${query}` }),
    () => send({ query: `query q { films { title } } ${query}` }),
    () => send({ operationName: choose.of(['missing', '', 7, {}, null]) }),
    () => send({ variables: choose.of<unknown>([[], 'text', 7, null, { v0: { deep: [[[]]] } }]) }),
    () =>
      send({
        variables: name ? { ...variables, [name]: choose.of<unknown>([{}, [], 'x', 1e30, true, null]) } : {},
      }),
    () => send({ query: choose.of<unknown>([null, 7, {}, [], '']) }),
    () =>
      send({
        extensions: choose.of<unknown>([{ persistedQuery: { version: 1, sha256Hash: 'x' } }, 'x', [], 7]),
      }),
    () => JSON.stringify([operation, operation]),
    () => send({}).slice(0, -choose.number(1, 10)),
    () => choose.of(['null', '7', '"text"', '', '[]', '{}']),
  ];
  return choose.of(ways)();
}
