import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Something that a hostile or broken client does to the service at a port. */
export type Attack = (port: number) => Promise<unknown>;

/** How long a client waits for the service to answer or to disconnect it, in milliseconds. */
const PATIENCE_MS = 300;

const BODY = JSON.stringify({ query: '{ __typename }' });

/** The text of a valid request, with other headers or another body on demand. */
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

/** Writes without reading, for as long as the service takes it. */
async function flood(port: number, head: string, megabytes: number): Promise<void> {
  const socket = open(port);
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
  'WebSockets that stay silent': async (port) => {
    const sockets = Array.from({ length: 300 }, () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
      return socket.on('error', () => undefined);
    });
    await pause(2 * PATIENCE_MS);
    sockets.forEach((socket) => socket.terminate());
  },
};
