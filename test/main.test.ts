import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', 'src', 'main.ts');
const TSX = require.resolve('tsx');

/** Runs the command line in a home of its own, with nothing of this process's environment but what is given. */
function reelgraph(args: string[], environment: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-main-'));
  const env = { PATH: process.env.PATH, REELGRAPH_HOME: home, TFJS_ENGINE: 'cpu', ...environment };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', TSX, MAIN, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
}

/** A path on which these programs, and no others, are found. */
function pathWith(programs: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-path-'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const JAVA_17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`;

describe('reelgraph, told what cannot be done', () => {
  it.each([
    ['no Java', pathWith({}), /Java is missing.*Install a Java.*NEO4J_URI/],
    [
      'an old Java',
      pathWith({ java: `echo 'openjdk version "11.0.2"' >&2` }),
      /version 11\.0\.2.*needs 17 or later/,
    ],
    ['no Maven', pathWith({ java: JAVA_17 }), /Maven is missing.*Install Maven.*NEO4J_URI/],
    [
      'a Maven that fails',
      pathWith({ java: JAVA_17, mvn: `echo '[ERROR] Could not transfer artifact'; exit 1` }),
      /Maven could not fetch Neo4j: Could not transfer artifact\n.*network/,
    ],
  ])('ends with exit code 1 and the way out: %s', (_case, PATH, message) => {
    const { status, stderr } = reelgraph(['serve'], { PATH });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(1);
  });

  it('names an invalid variable before anything is started', () => {
    const { status, stderr } = reelgraph(['serve'], { PORT: 'http' });
    expect(stderr.trim()).toBe(
      'Invalid PORT "http": expected an integer between 0 and 65535; 0 picks a free port.',
    );
    expect(status).toBe(1);
  });

  it('reports that no graph answers at NEO4J_URI', () => {
    const { status, stderr } = reelgraph(['embed'], {
      NEO4J_URI: 'bolt://127.0.0.1:1',
      NEO4J_PASSWORD: 'hidden',
    });
    expect(stderr).toMatch(
      /The graph database at bolt:\/\/127\.0\.0\.1:1 did not answer\. Start it, or correct NEO4J_URI/,
    );
    expect(stderr).not.toMatch(/hidden/);
    expect(status).toBe(1);
  });

  it.each([
    [['import', 'library'], /no store named library; it takes sample, dvdrental or movielens/],
    [['import', 'movielens'], /reelgraph import movielens --from DIR/],
    [['import', 'sample', '--films', 'many'], /--films got many; it takes a whole number/],
    [['embed', 'word2vec'], /no embedding word2vec; it takes NODE2VEC or FASTRP/],
  ])('refuses %j before the graph is opened', (args, message) => {
    const { status, stderr } = reelgraph(args, { PATH: pathWith({}) });
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
  });

  it('says so when the port is taken, before a graph is started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = reelgraph(['serve'], { PORT: String(port) });
    server.close();
    expect(stderr).toMatch(`Port ${port} is taken. Stop what listens there, or choose another one`);
    expect(status).toBe(1);
  });

  it('doctor says what to mend, and ends with exit code 1', () => {
    const { status, stdout } = reelgraph(['doctor'], { PATH: pathWith({}) });
    expect(stdout).toMatch(/✘ Java +Java is missing.*\n +Install a Java/);
    expect(stdout).toMatch(/✘ Maven/);
    expect(stdout).toMatch(/2 of \d+ must be mended/);
    expect(status).toBe(1);
  });

  it('shows how it is used', () => {
    const { status, stdout } = reelgraph(['import', '--help']);
    expect(stdout).toMatch(/reelgraph import dvdrental --from/);
    expect(status).toBe(0);
  });
});
