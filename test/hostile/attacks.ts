import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { attackDocuments } from '../http/attack-documents';

/**
 * An action of a hostile or broken client against the service at a port. It may return a function that closes what it
 * left open.
 */
export type Attack = (port: number) => Promise<unknown>;

/** How long a client waits for the service to answer or to disconnect it, in milliseconds. */
const PATIENCE_MS = 300;

const BODY = JSON.stringify({ query: '{ __typename }' });

/** The text of a valid request, optionally with other headers or another body. */
export const post = (headers: Record<string, string> = {}, body = BODY, target = '/graphql') =>
  [
    `POST ${target} HTTP/1.1`,
    ...Object.entries({
      Host: '127.0.0.1',
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

export const upgrade = (target: string, headers: Record<string, string> = {}) =>
  [
    `GET ${target} HTTP/1.1`,
    ...Object.entries({
      Host: '127.0.0.1',
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'Sec-WebSocket-Protocol': 'graphql-transport-ws',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

/** Opens a connection whose errors are expected. */
export function open(port: number): Socket {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  return socket;
}

/** Sends bytes and waits until the service answers, disconnects or takes too long. */
export async function send(port: number, bytes: string | Buffer): Promise<void> {
  const socket = open(port);
  socket.write(bytes);
  await Promise.race([
    new Promise((resolve) => socket.once('data', resolve)),
    new Promise((resolve) => socket.once('close', resolve)),
    pause(PATIENCE_MS),
  ]);
  socket.destroy();
}

const sendEach =
  (...messages: string[]): Attack =>
  async (port) => {
    for (const message of messages) await send(port, message);
  };

const many = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Writes without reading, for as long as the service accepts it. */
async function flood(port: number, head: string, megabytes: number): Promise<void> {
  const socket = open(port).setMaxListeners(0);
  const chunk = Buffer.alloc(1 << 20, 32);
  socket.write(head);
  for (let sent = 0; sent < megabytes && !socket.destroyed; sent++) {
    if (socket.write(chunk)) continue;
    await Promise.race([
      new Promise((resolve) => socket.once('drain', resolve)),
      new Promise((resolve) => socket.once('close', resolve)),
      pause(PATIENCE_MS),
    ]);
  }
  socket.destroy();
}

const unbounded = (headers: Record<string, string>) => {
  const { length } = BODY;
  return post({ 'Transfer-Encoding': 'chunked', ...headers }, `${(64 << 20).toString(16)}\r\n`).replace(
    `Content-Length: ${length}\r\n`,
    '',
  );
};

const chunked = (headers: Record<string, string>, body: string) =>
  post({ 'Transfer-Encoding': 'chunked', ...headers }, body).replace(/Content-Length: \d+\r\n/, '');

/** Opens connections that stay open, each after some bytes. */
const holding =
  (count: number, bytes: string): Attack =>
  async (port) => {
    const sockets = await many(count, async () => {
      const socket = open(port);
      socket.write(bytes);
      return socket;
    });
    await pause(2 * PATIENCE_MS);
    return () => sockets.forEach((socket) => socket.destroy());
  };

/** Sends a text as fast as the service responds, over several connections at the same time. */
const flooding =
  (connections: number, times: number, text: string): Attack =>
  (port) =>
    many(connections, async () => {
      for (let sent = 0; sent < times; sent++) await send(port, text);
    });

/** Documents that request as much as the limits allow. */
const COSTLY = [
  '{ films(limit: 200) { title actors(limit: 9) { lastName films(limit: 5) { title } } } }',
  `{ films(limit: 1, where: { OR: [${'{ description: { contains: "zq" } },'.repeat(150)}] }) { title } }`,
  `{ ${Array.from({ length: 20 }, (_, at) => `a${at}: recommendationsFor(films: ["1"], first: 100, policy: TUTORIAL, diversity: 1) { id }`).join(' ')} }`,
];

export const attacks: Readonly<Record<string, Attack>> = {
  'upgrades to odd addresses': sendEach(
    ...['//', '//x:y@z', '*', '/%', '/graphql?%', 'http://[', '/\u0000', 'x'.repeat(70_000), '/graphql'].map(
      (target) => upgrade(target),
    ),
  ),
  'upgrades with odd headers': sendEach(
    upgrade('/graphql', { Upgrade: 'h2c' }),
    upgrade('/graphql', { Origin: 'http://[' }),
    upgrade('/graphql', { Host: '' }),
    upgrade('/graphql', { 'Sec-WebSocket-Key': '' }),
    upgrade('/graphql', { 'Sec-WebSocket-Version': 'x' }),
    upgrade('/graphql', { Authorization: 'Bearer x.y.z' }),
    upgrade('/graphql', { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits=99' }),
  ),
  'upgrades that are reset': (port) =>
    many(100, async (index) => {
      const socket = open(port);
      socket.write(upgrade(index % 2 ? '/elsewhere' : '/graphql'));
      await pause(index % 3);
      socket.resetAndDestroy();
    }),
  'malformed requests': sendEach(
    '\r\n\r\n',
    '\u0000\u0000\u0000\u0000',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET //// HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'BREW /graphql HTTP/1.1\r\nHost: x\r\n\r\n',
    'HEAD /graphql HTTP/1.1\r\nHost: x\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
    chunked({}, `1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`),
    chunked({}, `0\r\n${'T: x\r\n'.repeat(5_000)}\r\n`),
    chunked({}, '-1\r\nx\r\n0\r\n\r\n'),
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(5_000)}\r\n`,
    post({ 'Content-Length': '-1' }),
    post({ 'Content-Length': '99999999999999999999' }),
    post({ 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }),
    post({ 'Transfer-Encoding': 'gzip' }),
    post({ Expect: '100-continue' }),
    post({ Expect: 'everything' }),
    post({ 'Content-Encoding': 'gzip' }),
    post({ 'Content-Type': 'application/json; charset=utf-16' }),
    post({ Accept: ';;;,,,q=x' }),
    post({ Authorization: '\u00ff'.repeat(5_000) }),
  ),
  'requests that are cut off': (port) =>
    many(50, async (index) => {
      const socket = open(port);
      const text = post();
      socket.write(text.slice(0, 1 + ((index * 7) % text.length)));
      await pause(20);
      if (index % 2) socket.end();
      else socket.resetAndDestroy();
      await pause(20);
      socket.destroy();
    }),
  'slow requests': (port) =>
    many(100, async () => {
      const socket = open(port);
      for (const part of post().match(/[\s\S]{1,40}/g) ?? []) {
        socket.write(part);
        await pause(30);
      }
      socket.destroy();
    }),
  'bodies without an end': async (port) => {
    for (const type of ['application/json', 'text/plain; x=application/json', 'multipart/form-data']) {
      for (const accept of ['application/json', 'text/event-stream']) {
        await flood(port, unbounded({ 'Content-Type': type, Accept: accept }), 64);
        await flood(port, post({ 'Content-Type': type, Accept: accept, 'Content-Length': '999999999' }), 64);
      }
    }
  },
  'bodies that unpack to much': async (port) => {
    const bombs = {
      gzip: gzipSync(Buffer.alloc(50e6)),
      br: brotliCompressSync(Buffer.alloc(50e6)),
      deflate: Buffer.from('x\u009c'),
    };
    await many(20, async (index) => {
      const [encoding, body] = Object.entries(bombs)[index % 3];
      const head = post({ 'Content-Encoding': encoding, 'Content-Length': String(body.length) }, '');
      await send(port, Buffer.concat([Buffer.from(head), body]));
    });
  },
  'bodies of many chunks': (port) =>
    many(10, () => send(port, chunked({}, `${'1\r\n \r\n'.repeat(90_000)}0\r\n\r\n`))),
  'bodies that never come': holding(1_500, post({ 'Content-Length': '1000' }, '{')),
  'requests that are half-closed': (port) =>
    many(100, async (index) => {
      const socket = open(port);
      socket.end([post(), 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', upgrade('/graphql')][index % 3]);
      await pause(PATIENCE_MS);
      socket.destroy();
    }),
  'documents over the limits': async (port) => {
    for (const { body } of attackDocuments) await many(5, () => send(port, post({}, body)));
  },
  'documents that cost much': (port) =>
    many(40, (index) => send(port, post({}, JSON.stringify({ query: COSTLY[index % COSTLY.length] })))),
  'batches of operations': (port) =>
    many(20, () =>
      send(
        port,
        post({}, JSON.stringify(Array.from({ length: 2_000 }, () => ({ query: '{ __typename }' })))),
      ),
    ),
  'ids of odd characters': (port) =>
    many(20, async (index) => {
      const id = ['\ud800', '\u0000', '\u202e\u200f', '👩‍👩‍👧', 'é'.repeat(2_000), '__proto__'][index % 6];
      const query =
        'query ($id: ID!) { embeddingNeighbors(film: $id) { score } films(where: { filmId: { eq: $id } }) { title } }';
      await send(port, post({}, JSON.stringify({ query, variables: { id } })));
    }),
  'pages that nobody reads': async (port) => {
    const sockets = await many(200, async () => {
      const socket = open(port);
      socket.pause();
      socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'.repeat(15));
      return socket;
    });
    await pause(2 * PATIENCE_MS);
    return () => sockets.forEach((socket) => socket.destroy());
  },
  'a flood of pages': flooding(20, 50, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n'),
  'a flood of readiness checks': flooding(50, 20, 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'),
  'a flood of event streams': flooding(
    50,
    10,
    post(
      { Accept: 'text/event-stream' },
      '{"query":"subscription { trainingProgress(run: \\"x\\") { step } }"}',
    ),
  ),
  'a flood of upgrades': (port) =>
    many(50, async () => {
      for (let sent = 0; sent < 20; sent++) await send(port, upgrade('/graphql'));
    }),
  'answers that nobody reads': async (port) => {
    const query = `query ($s: ID!) { ${Array.from({ length: 20 }, (_, at) => `a${at}: embeddingNeighbors(film: $s) { score }`).join(' ')} }`;
    const text = post({}, JSON.stringify({ query, variables: { s: 'x'.repeat(5_000) } }));
    const sockets = await many(60, async () => {
      const socket = open(port);
      socket.pause();
      for (let sent = 0; sent < 5; sent++) socket.write(text);
      return socket;
    });
    await pause(2 * PATIENCE_MS);
    return () => sockets.forEach((socket) => socket.destroy());
  },
  'many requests ahead': sendEach(
    'GET /graphql?query={__typename} HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5_000),
    post().repeat(1_000),
  ),
  'many idle connections': async (port) => {
    const sockets = await many(2_500, async () => open(port));
    await pause(PATIENCE_MS);
    sockets.forEach((socket) => socket.destroy());
  },
  'broken WebSockets': (port) =>
    many(100, async (index) => {
      const socket = open(port);
      socket.write(upgrade('/graphql'));
      await new Promise((resolve) => socket.once('data', resolve));
      const frames = [
        Buffer.from([0xff, 0xff, 0xff, 0xff]),
        Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
        Buffer.from([0x88, 0x81, 0, 0, 0, 0, 1]),
        Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]),
        Buffer.from([0x89, 0xfe, 0xff, 0xff, 0, 0, 0, 0]),
      ];
      socket.write(frames[index % frames.length]);
      await pause(20);
      socket.resetAndDestroy();
    }),
  'WebSockets that say nonsense': (port) =>
    many(50, async (index) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
      const messages = [
        '',
        'null',
        '{"type":"subscribe","id":"1","payload":{"query":"{"}}',
        '{"type":"connection_init","payload":[]}',
        '{"type":"connection_init","payload":{"authorization":{"toString":1}}}',
        `{"type":"ping","payload":{"x":"${'x'.repeat(70_000)}"}}`,
        '{"type":"complete","id":"__proto__"}',
      ];
      if (socket.readyState === socket.OPEN) socket.send(messages[index % messages.length]);
      await pause(50);
      socket.terminate();
    }),
  'WebSockets that send many messages': (port) =>
    many(20, async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
      for (let sent = 0; sent < 5_000 && socket.readyState === socket.OPEN; sent++)
        socket.send('{"type":"ping"}');
      await pause(PATIENCE_MS);
      socket.terminate();
    }),
  'WebSockets that stay silent': async (port) => {
    const sockets = Array.from({ length: 300 }, () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
      return socket.on('error', () => undefined);
    });
    await pause(2 * PATIENCE_MS);
    sockets.forEach((socket) => socket.terminate());
  },
};
