import type { Random } from '../../src/random';
import { post, upgrade } from './attacks';

/** Valid requests of every transport. */
const REQUESTS: readonly string[] = [
  post(),
  post(
    { Accept: 'text/event-stream' },
    '{"query":"subscription { trainingProgress(run: \\"x\\") { step } }"}',
  ),
  post({ 'Transfer-Encoding': 'chunked' }, '1a\r\n{"query":"{ __typename }"}\r\n0\r\n\r\n'),
  'GET /graphql?query={films{title}} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer a.b.c\r\n\r\n',
  'OPTIONS /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://a\r\nAccess-Control-Request-Method: POST\r\n\r\n',
  `${upgrade('/graphql')}\u0081\u0085\u0000\u0000\u0000\u0000hello`,
];

/** Returns a valid request with one to eight bytes changed, inserted, removed or repeated. */
export function mutateRequest(random: Random): Buffer {
  const below = (limit: number) => random.integer(limit);
  let bytes = Buffer.from(REQUESTS[below(REQUESTS.length)], 'latin1');
  for (let changes = 1 + below(8); changes > 0; changes--) {
    const at = below(bytes.length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const changed = [
      [before, Buffer.from([below(256)]), after.subarray(1)],
      [before, Buffer.from([below(256)]), after],
      [before, after.subarray(1 + below(10))],
      [before, after, after.subarray(0, below(200))],
      [before],
    ][below(40) === 0 ? 4 : below(4)];
    bytes = Buffer.concat(changed);
    if (bytes.length === 0) break;
  }
  return bytes;
}
