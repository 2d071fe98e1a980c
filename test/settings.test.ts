import { parseSettings } from '../src/settings';

describe('parseSettings', () => {
  it('has defaults for everything: a private graph, port 4000, loopback', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      basePath: '',
      neo4j: undefined,
      graphWaitSeconds: 60,
      home: './var',
      engine: 'auto',
      logLevel: 'info',
      search: 'memory',
      auth: undefined,
      isProduction: false,
      introspection: true,
      mcp: false,
      autoTrain: true,
      corsOrigins: [],
      trustedDocuments: undefined,
      trustedProxies: 0,
      anonymousPerMinute: 300,
    });
  });

  it('treats an empty variable as unset', () => {
    expect(parseSettings({ PORT: '', NEO4J_URI: '' })).toMatchObject({ port: 4000, neo4j: undefined });
  });

  it('names every invalid variable, its value and what is expected', () => {
    expect(() => parseSettings({ PORT: '99999', TFJS_ENGINE: 'cuda' })).toThrow(
      /^Invalid PORT "99999": expected an integer between 0 and 65535.*\nInvalid TFJS_ENGINE "cuda": expected auto, tensorflow, wasm or cpu\.$/,
    );
  });

  it('requires a password with NEO4J_URI', () => {
    expect(() => parseSettings({ NEO4J_URI: 'neo4j+s://example.databases.neo4j.io' })).toThrow(
      /^Missing NEO4J_PASSWORD/,
    );
    expect(() => parseSettings({ NEO4J_URI: 'http://x', NEO4J_PASSWORD: 'hidden' })).toThrow(
      /^Invalid NEO4J_URI "http/,
    );
  });

  it.each(['bolt://neo4j:hidden@127.0.0.1:7687', 'neo4j+s://hidden@host', 'bolt://host/db:hidden@x'])(
    'refuses a URI with a user name or password, and hides them: %s',
    (NEO4J_URI) => {
      const parse = () => parseSettings({ NEO4J_URI, NEO4J_PASSWORD: 'p' });
      expect(parse).toThrow(/^Invalid NEO4J_URI ".*\/\/\*\*\*@.*NEO4J_USERNAME and NEO4J_PASSWORD/);
      expect(parse).not.toThrow(/hidden/);
    },
  );

  it('accepts AUTH_SECRET or AUTH_JWKS_URL, but not both, and never shows a secret', () => {
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
      /^Invalid AUTH_SECRET \(value hidden\): expected a secret of at least 32 characters/,
    );
    expect(() => parseSettings({ AUTH_SECRET, AUTH_JWKS_URL })).toThrow(
      /^Invalid AUTH_JWKS_URL .*AUTH_SECRET to be unset/,
    );
    expect(() => parseSettings({ AUTH_JWKS_URL: 'http://id.example/keys' })).toThrow(/https:/);
  });

  it('turns introspection off in production unless INTROSPECTION=on', () => {
    const introspection = (variables: Record<string, string>) => parseSettings(variables).introspection;
    expect(introspection({ NODE_ENV: 'production' })).toBe(false);
    expect(introspection({ NODE_ENV: 'production', INTROSPECTION: 'on' })).toBe(true);
    expect(introspection({ INTROSPECTION: 'off' })).toBe(false);
  });

  it('accepts origins, but no patterns', () => {
    const origins = (CORS_ORIGINS: string) => parseSettings({ CORS_ORIGINS }).corsOrigins;
    expect(origins('https://a.example, http://localhost:3000')).toEqual([
      'https://a.example',
      'http://localhost:3000',
    ]);
    for (const bad of ['*', 'https://*.example', 'a.example', 'https://a.example/path']) {
      expect(() => origins(bad)).toThrow(/Invalid CORS_ORIGINS/);
    }
  });

  it.each(['bolt://127.0.0.1:7687', 'neo4j+s://abc.databases.neo4j.io', 'neo4j+ssc://cluster:7687'])(
    'accepts the URI %s',
    (uri) => {
      expect(parseSettings({ NEO4J_URI: uri, NEO4J_PASSWORD: 'p' }).neo4j).toMatchObject({
        uri,
        username: 'neo4j',
      });
    },
  );
});
