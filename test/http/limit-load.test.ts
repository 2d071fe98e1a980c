import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { answerError } from '../../src/http/answer-error';
import { limitConcurrency } from '../../src/http/limit-load';

describe('limitConcurrency', () => {
  let server: Server;
  let url: string;
  const waiting: (() => void)[] = [];

  beforeAll(async () => {
    const app = express();
    app.use(limitConcurrency(2), (_request, response) => void waiting.push(() => response.json({})));
    app.use(answerError(() => undefined));
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const inWork = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('sends those beyond the limit away at once, and takes others when there is room again', async () => {
    const first = [fetch(url), fetch(url)];
    await inWork(2);
    const refused = await fetch(url);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    for (const answer of waiting.splice(0)) answer();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    const next = fetch(url);
    await inWork(1);
    for (const answer of waiting.splice(0)) answer();
    expect((await next).status).toBe(200);
  });

  it('counts a request no more whose client went away', async () => {
    const leaving = new AbortController();
    const gone = [fetch(url, { signal: leaving.signal }), fetch(url, { signal: leaving.signal })];
    await inWork(2);
    leaving.abort();
    await Promise.allSettled(gone);
    waiting.splice(0);
    let status = 503;
    const answerSoon = setInterval(() => waiting.splice(0).forEach((answer) => answer()), 5);
    for (let tries = 0; status === 503 && tries < 50; tries++) status = (await fetch(url)).status;
    clearInterval(answerSoon);
    expect(status).toBe(200);
  });
});
