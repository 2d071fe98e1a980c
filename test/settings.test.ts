import { parseSettings } from '../src/settings';

describe('parseSettings', () => {
  it('needs nothing: a private graph, port 4000, loopback', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      neo4j: undefined,
      home: './var',
      engine: 'auto',
      logLevel: 'info',
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
