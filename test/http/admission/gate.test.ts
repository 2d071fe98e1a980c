import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ADMIN, ANONYMOUS, type Viewer } from '../../../src/graphql/access/viewer';
import { addressKey } from '../../../src/http/admission/caller';
import { createGate, type Gate } from '../../../src/http/admission/gate';

const refusal = (code: string) => expect.objectContaining({ code, retryAfter: expect.any(Number) });

describe('the gate', () => {
  const VIEWERS: Record<string, Viewer> = {
    admin: ADMIN,
    analyst: { role: 'analyst' },
    one: { role: 'customer', customerId: '1' },
  };
  let gate: Gate;
  beforeEach(() => {
    gate = createGate({
      authenticate: async (token) => {
        if (token === 'bad') throw new Error('invalid token');
        return { viewer: token === undefined ? ANONYMOUS : VIEWERS[token] };
      },
      anonymousPerMinute: 3,
      trustedProxies: 0,
    });
  });

  it('counts anonymous requests by address', async () => {
    for (let sent = 0; sent < 3; sent++) await gate.identify(undefined, '10.0.0.1');
    await expect(gate.identify(undefined, '10.0.0.1')).rejects.toEqual(refusal('RATE_LIMITED'));
    await expect(gate.identify(undefined, '10.0.0.2')).resolves.toMatchObject({ viewer: ANONYMOUS });
  });

  it('counts invalid tokens against their address', async () => {
    for (let sent = 0; sent < 3; sent++) {
      await expect(gate.identify('bad', '10.0.0.1')).rejects.toThrow('invalid token');
    }
    await expect(gate.identify('bad', '10.0.0.1')).rejects.toEqual(refusal('RATE_LIMITED'));
    await expect(gate.identify('admin', '10.0.0.1')).resolves.toMatchObject({ viewer: ADMIN });
  });

  it('counts messages on a socket like requests', async () => {
    const caller = await gate.identify('analyst', '10.0.0.1');
    for (let sent = 1; sent < caller.allowance.requestsPerMinute; sent++) gate.count(caller);
    expect(() => gate.count(caller)).toThrow(refusal('RATE_LIMITED'));
  });

  it('leaves slots for others if one caller uses all of its own', async () => {
    const greedy = await gate.identify(undefined, '10.0.0.1');
    const taken = Array.from({ length: greedy.allowance.places }, () => gate.admit(greedy, 'request'));
    expect(() => gate.admit(greedy, 'request')).toThrow(refusal('OVERLOADED'));
    const other = await gate.identify(undefined, '10.0.0.2');
    gate.admit(other, 'request').release();
    taken[0].release();
    taken[0].release();
    gate.admit(greedy, 'request');
    expect(() => gate.admit(greedy, 'request')).toThrow(refusal('OVERLOADED'));
  });

  describe('pages', () => {
    const admitPage = (remoteAddress: string) => {
      const response = new EventEmitter() as ServerResponse;
      const admitted = gate.admitPage({ socket: { remoteAddress } } as IncomingMessage, response);
      return admitted.then(() => response);
    };

    it('are limited by the number in progress per address', async () => {
      const responses = await Promise.all(Array.from({ length: 40 }, () => admitPage('10.0.0.1')));
      await expect(admitPage('10.0.0.1')).rejects.toEqual(refusal('OVERLOADED'));
      await admitPage('10.0.0.2');
      responses[0].emit('close');
      await admitPage('10.0.0.1');
    });

    it('are limited by the number per address and minute', async () => {
      const request = () => admitPage('10.0.0.1').then((response) => void response.emit('close'));
      const sent = await Promise.allSettled(Array.from({ length: 1_300 }, request));
      const first = sent.findIndex(({ status }) => status === 'rejected');
      expect(first).toBeGreaterThanOrEqual(1_200);
      expect(sent[first]).toMatchObject({ reason: refusal('RATE_LIMITED') });
      await admitPage('10.0.0.2');
    });
  });

  it('takes more slots for costly requests, but never more than a caller has', async () => {
    const caller = await gate.identify(undefined, '10.0.0.1');
    const costly = gate.admit(caller, 'request', 1_000_000);
    expect(() => gate.admit(caller, 'request')).toThrow(refusal('OVERLOADED'));
    costly.release();
    for (let sent = 0; sent < 2; sent++) gate.admit(caller, 'request', 20_000);
    expect(() => gate.admit(caller, 'request', 20_000)).toThrow(refusal('OVERLOADED'));
  });

  it('refuses a caller who has used up the time for the minute', async () => {
    const caller = await gate.identify('one', '10.0.0.1');
    const admission = gate.admit(caller, 'request');
    admission.addGraphTime(caller.allowance.workPerMinute + 5_000);
    admission.release();
    expect(() => gate.admit(caller, 'request')).toThrow(refusal('RATE_LIMITED'));
    gate.admit(await gate.identify('admin', '10.0.0.1'), 'request');
  });

  it('has separate slots for requests, streams and sockets', async () => {
    const caller = await gate.identify('one', '10.0.0.1');
    for (let open = 0; open < caller.allowance.streams; open++) gate.admit(caller, 'stream');
    expect(() => gate.admit(caller, 'stream')).toThrow(refusal('OVERLOADED'));
    gate.admit(caller, 'socket');
    gate.admit(caller, 'request');
  });

  it('reads the address of a client from trusted proxies only', () => {
    const request = {
      headers: { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' },
      socket: { remoteAddress: '3.3.3.3' },
    } as unknown as IncomingMessage;
    const addressWith = (trustedProxies: number) =>
      createGate({
        authenticate: async () => ({ viewer: ADMIN }),
        anonymousPerMinute: 1,
        trustedProxies,
      }).addressOf(request);
    expect([0, 1, 2].map(addressWith)).toEqual(['3.3.3.3', '2.2.2.2', '1.1.1.1']);
  });
});

describe('addressKey', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('maps %s to %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
