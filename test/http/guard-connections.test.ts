import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { guardConnections } from '../../src/http/guard-connections';

const REQUEST = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

describe('guardConnections', () => {
  let server: Server;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    server = createServer((_request, response) => void response.end('answered'));
    guardConnections(server, { debug: () => undefined });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.close();
  });

  const open = async (localAddress?: string): Promise<Socket> => {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    sockets.push(socket.on('error', () => undefined));
    await once(socket, 'connect');
    return socket;
  };
  const answerOf = async (socket: Socket): Promise<string> => {
    socket.write(REQUEST);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return String(answer);
  };

  it('closes the oldest connections of an address that opens too many, and serves the newest', async () => {
    const first = await open();
    const closed = new Promise((resolve) => first.once('close', resolve));
    first.resume();
    for (let opened = 0; opened < 500; opened++) await open();
    expect(await answerOf(await open())).toContain('answered');
    await closed;
  });

  // Other systems than Linux have only one address on loopback.
  (process.platform === 'linux' ? it : it.skip)('keeps the connections of other addresses', async () => {
    const other = await open('127.0.0.2');
    for (let opened = 0; opened < 600; opened++) await open();
    expect(await answerOf(other)).toContain('answered');
  });
});
