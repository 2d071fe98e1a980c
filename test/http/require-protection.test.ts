import { requireProtection } from '../../src/http/require-protection';
import { parseSettings } from '../../src/settings';

const AUTH_SECRET = 'a secret of more than thirty-two characters';
const check = (variables: Record<string, string>) => () => requireProtection(parseSettings(variables));

describe('a service without tokens', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('can listen on %s', (HOST) => {
    expect(check({ HOST })).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', '127.0.0.1.evil.example', 'store.example'])(
    'cannot listen on %s',
    (HOST) => {
      expect(check({ HOST })).toThrow(
        expect.objectContaining({
          code: 'CANNOT_START',
          message: expect.stringMatching(/AUTH_SECRET or AUTH_JWKS_URL/),
        }),
      );
      expect(check({ HOST, AUTH_SECRET })).not.toThrow();
    },
  );

  it('cannot listen on any address in production', () => {
    expect(check({ NODE_ENV: 'production' })).toThrow(/NODE_ENV is production/);
    expect(check({ NODE_ENV: 'production', AUTH_JWKS_URL: 'https://id.example/keys' })).not.toThrow();
  });
});
