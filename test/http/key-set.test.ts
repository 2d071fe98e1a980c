import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { exportJWK, generateKeyPair, type JWK, type KeyLike, SignJWT } from 'jose';
import { createAuthenticate } from '../../src/http/authenticate';
import type { AuthSettings } from '../../src/settings';

/** A key pair with its published public key. */
async function createKey(kid: string, alg = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { privateKey, kid, alg, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } as JWK };
}

const tokenOf = async ({ privateKey, kid, alg }: { privateKey: KeyLike; kid: string; alg: string }) => {
  const token = new SignJWT({ role: 'analyst' })
    .setProtectedHeader({ alg, kid })
    .setIssuer('reelgraph')
    .setAudience('reelgraph')
    .setExpirationTime('1h');
  return `Bearer ${await token.sign(privateKey)}`;
};

describe('tokens of published keys', () => {
  let server: Server;
  let settings: AuthSettings;
  /** The response of the key server; it disconnects if undefined. */
  let answer: (() => string) | undefined;
  let fetches = 0;
  let failures: unknown[];
  let skippedMs = 0;
  const publish = (...keys: JWK[]) => (answer = () => JSON.stringify({ keys }));

  beforeAll(async () => {
    server = createServer((request, response) => {
      fetches++;
      if (answer) response.end(answer());
      else request.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const keys = { jwksUrl: `http://127.0.0.1:${port}/jwks.json` };
    settings = { keys, issuer: 'reelgraph', audience: 'reelgraph' };
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + skippedMs);
  });
  afterAll(() => {
    jest.restoreAllMocks();
    server.close();
  });
  beforeEach(() => {
    failures = [];
    fetches = 0;
  });

  const start = () => createAuthenticate(settings, (failure) => void failures.push(failure));
  const role = async (authenticating: Promise<{ viewer: { role: string } }>) =>
    authenticating.then(
      ({ viewer }) => viewer.role,
      ({ code, retryAfter }: { code: string; retryAfter?: number }) => [code, retryAfter],
    );
  const UNKNOWN = ['OVERLOADED', 10];
  const REFUSED = ['UNAUTHENTICATED', undefined];

  it.each<[string, (() => string) | undefined]>([
    ['disconnects', undefined],
    ['answers with a page', () => '<html>'],
    ['answers with other JSON', () => '{"keys":7}'],
    ['answers without keys', () => '{"keys":[]}'],
    ['answers without end', () => `{"keys":["${'x'.repeat(2_000_000)}"]}`],
  ])('stay valid while the key server %s, and unknown keys get 503', async (_case, broken) => {
    const [known, stranger] = [await createKey('known'), await createKey('stranger')];
    publish(known.jwk);
    const authenticate = start();
    expect(await role(authenticate(await tokenOf(known)))).toBe('analyst');
    answer = broken;
    skippedMs += 700_000;
    // A new token each time, because verified tokens are cached.
    for (let sent = 0; sent < 5; sent++) {
      expect(await role(authenticate(await tokenOf(known)))).toBe('analyst');
      expect(await role(authenticate(await tokenOf(stranger)))).toEqual(UNKNOWN);
    }
    expect(failures).toHaveLength(1);
    expect(fetches).toBe(2);
  });

  it('get 503 until the key server first responds', async () => {
    const key = await createKey('late');
    answer = undefined;
    const authenticate = start();
    expect(await role(authenticate(await tokenOf(key)))).toEqual(UNKNOWN);
    publish(key.jwk);
    expect(await role(authenticate(await tokenOf(key)))).toEqual(UNKNOWN);
    skippedMs += 10_001;
    expect(await role(authenticate(await tokenOf(key)))).toBe('analyst');
    expect(failures).toHaveLength(1);
  });

  it('follow a rotation of the keys', async () => {
    const [old, next] = [await createKey('old'), await createKey('next')];
    publish(old.jwk);
    const authenticate = start();
    expect(await role(authenticate(await tokenOf(old)))).toBe('analyst');
    publish(old.jwk, next.jwk);
    skippedMs += 10_001;
    expect(await role(authenticate(await tokenOf(next)))).toBe('analyst');
    publish(next.jwk);
    skippedMs += 700_000;
    expect(await role(authenticate(await tokenOf(next)))).toBe('analyst');
    await pause(100);
    expect(await role(authenticate(await tokenOf(old)))).toEqual(REFUSED);
    expect(failures).toEqual([]);
  });

  it('do not cause a fetch each if they name unknown keys', async () => {
    const [known, stranger] = [await createKey('known'), await createKey('stranger')];
    publish(known.jwk);
    const authenticate = start();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => tokenOf(stranger)));
    for (const outcome of await Promise.all(tokens.map((token) => role(authenticate(token))))) {
      expect(outcome).toEqual(REFUSED);
    }
    expect(fetches).toBe(1);
  });

  it('are refused if their key is weak, symmetric or for encryption, and the other keys of the set work', async () => {
    const strong = await createKey('strong', 'RS256');
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    const weak = { ...publicKey.export({ format: 'jwk' }), kid: 'weak', alg: 'RS256', use: 'sig' };
    const symmetric = {
      kty: 'oct',
      k: Buffer.alloc(32).toString('base64url'),
      kid: 'symmetric',
      alg: 'HS256',
    };
    const sealing = await createKey('sealing');
    publish(weak as JWK, symmetric, { ...sealing.jwk, use: 'enc' }, strong.jwk);
    const authenticate = start();
    expect(await role(authenticate(await tokenOf(strong)))).toBe('analyst');
    expect(await role(authenticate(await tokenOf(sealing)))).toEqual(REFUSED);
    const forged = { privateKey: Buffer.alloc(32) as unknown as KeyLike, kid: 'symmetric', alg: 'HS256' };
    expect(await role(authenticate(await tokenOf(forged)))).toEqual(REFUSED);
    // jose does not sign with such a short key.
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = encode({ alg: 'RS256', kid: 'weak' });
    const claims = { role: 'admin', iss: 'reelgraph', aud: 'reelgraph', exp: Date.now() };
    const text = `${head}.${encode(claims)}`;
    const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url');
    expect(await role(authenticate(`Bearer ${text}.${signature}`))).toEqual(REFUSED);
    expect(failures).toEqual([]);
  });
});
