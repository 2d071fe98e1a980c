import { parseSettings } from '../src/settings';

describe('parseSettings', () => {
  it('needs nothing: a private graph, port 4000, loopback', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      basePath: '',
      neo4j: undefined,
      home: './var',
      engine: 'auto',
      logLevel: 'info',
      auth: undefined,
      isProduction: false,
      introspection: true,
      corsOrigins: [],
      trustedDocuments: undefined,
      trustedProxies: 0,
      anonymousPerMinute: 300,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseSettings({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000, neo4j: undefined });
  });

  it('names every bad variable, what it got and what it takes', () => {
    expect(() => parseSettings({ PORT: '99999', TFJS_ENGINE: 'cuda' })).toThrow(
      /PORT got "99999"; it takes a port number.*\nTFJS_ENGINE got "cuda"; it takes auto, tensorflow, wasm or cpu/,
    );
  });

  it('refuses a graph without a password, and never shows one', () => {
    expect(() => parseSettings({ NEO4J_URI: 'neo4j+s://example.databases.neo4j.io' })).toThrow(
      /NEO4J_PASSWORD got nothing/,
    );
    expect(() => parseSettings({ NEO4J_URI: 'http://x', NEO4J_PASSWORD: 'hidden' })).toThrow(
      /NEO4J_URI got "http/,
    );
  });

  it('takes a secret or an address of keys for tokens, never both, and never shows a secret', () => {
    const AUTH_SECRET = 'a secret of more than thirty-two characters';
    expect(parseSettings({ AUTH_SECRET }).auth).toEqual({
      keys: { secret: AUTH_SECRET },
      issuer: 'reelgraph',
      audience: 'reelgraph',
    });
    const AUTH_JWKS_URL = 'https://id.example/keys';
    expect(parseSettings({ AUTH_JWKS_URL, AUTH_ISSUER: 'id', AUTH_AUDIENCE: 'films' }).auth).toEqual({
      keys: { jwksUrl: AUTH_JWKS_URL },
      issuer: 'id',
      audience: 'films',
    });
    expect(() => parseSettings({ AUTH_SECRET: 'hidden' })).toThrow(
      /^AUTH_SECRET got a value that is not shown; it takes a secret of at least 32 characters/,
    );
    expect(() => parseSettings({ AUTH_SECRET, AUTH_JWKS_URL })).toThrow(/where AUTH_SECRET is not set/);
    expect(() => parseSettings({ AUTH_JWKS_URL: 'http://id.example/keys' })).toThrow(/https:/);
  });

  it('closes introspection in production, unless it is switched on', () => {
    const introspection = (variables: Record<string, string>) => parseSettings(variables).introspection;
    expect(introspection({ NODE_ENV: 'production' })).toBe(false);
    expect(introspection({ NODE_ENV: 'production', INTROSPECTION: 'on' })).toBe(true);
    expect(introspection({ INTROSPECTION: 'off' })).toBe(false);
  });

  it('takes origins by name, and no pattern of them', () => {
    const origins = (CORS_ORIGINS: string) => parseSettings({ CORS_ORIGINS }).corsOrigins;
    expect(origins('https://a.example, http://localhost:3000')).toEqual([
      'https://a.example',
      'http://localhost:3000',
    ]);
    for (const bad of ['*', 'https://*.example', 'a.example', 'https://a.example/path']) {
      expect(() => origins(bad)).toThrow(/CORS_ORIGINS got/);
    }
  });

  it.each(['bolt://127.0.0.1:7687', 'neo4j+s://abc.databases.neo4j.io', 'neo4j+ssc://cluster:7687'])(
    'takes the address %s',
    (uri) => {
      expect(parseSettings({ NEO4J_URI: uri, NEO4J_PASSWORD: 'p' }).neo4j).toMatchObject({
        uri,
        username: 'neo4j',
      });
    },
  );
});
