import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', 'src', 'main.ts');
const TSX = require.resolve('tsx');

/** Runs the command line in a new home folder, with only the given environment variables. */
function reelgraph(args: string[], environment: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'reelgraph-main-'));
  const env = { PATH: process.env.PATH, REELGRAPH_HOME: home, TFJS_ENGINE: 'cpu', ...environment };
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', TSX, MAIN, ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stderr, stdout };
}

/** Creates a PATH that contains only these programs. */
function pathWith(programs: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-path-'));
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const JAVA_17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`;

describe('the command line', () => {
  it.each([
    ['no Java', pathWith({}), /Java is missing.*Install Java.*NEO4J_URI/],
    [
      'an old Java',
      pathWith({ java: `echo 'openjdk version "11.0.2"' >&2` }),
      /Java 11\.0\.2 is too old.*needs 17 or later/,
    ],
    ['no Maven', pathWith({ java: JAVA_17 }), /Maven is missing.*Install Maven.*NEO4J_URI/],
    [
      'a Maven that fails',
      pathWith({ java: JAVA_17, mvn: `echo '[ERROR] Could not transfer artifact'; exit 1` }),
      /Maven failed to download Neo4j: Could not transfer artifact\n.*network/,
    ],
  ])('exits with code 1 and suggests a fix: %s', (_case, PATH, message) => {
    const { status, stderr } = reelgraph(['serve'], { PATH });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
    expect(status).toBe(1);
  });

  it('names an invalid variable before anything starts', () => {
    const { status, stderr } = reelgraph(['serve'], { PORT: 'http' });
    expect(stderr.trim()).toBe(
      'Invalid PORT "http": expected an integer between 0 and 65535; 0 picks a free port.',
    );
    expect(status).toBe(1);
  });

  it('reports an unreachable NEO4J_URI without the password', () => {
    const { status, stderr } = reelgraph(['embed'], {
      NEO4J_URI: 'bolt://127.0.0.1:1',
      NEO4J_PASSWORD: 'hidden',
    });
    expect(stderr).toMatch(
      /The graph database at bolt:\/\/127\.0\.0\.1:1 did not respond\. Start it, or correct NEO4J_URI/,
    );
    expect(stderr).not.toMatch(/hidden/);
    expect(status).toBe(1);
  });

  it.each([
    [['import', 'library'], /'library' is invalid.*Allowed choices are sample, dvdrental, movielens/],
    [['import', 'movielens'], /reelgraph import movielens --from PATH/],
    [['embed', 'word2vec'], /'word2vec' is invalid.*Expected one of NODE2VEC, FASTRP/],
    [['train', '--policy', 'EASE'], /'EASE' is invalid.*Expected one of DQN, TUTORIAL/],
    [['train', '--steps', 'many'], /'many' is invalid.*Expected an integer ≥ 1/],
    [['train', '--steps', '0'], /Expected an integer ≥ 1/],
    [['simulate', '--world', 'flat'], /'flat' is invalid.*Allowed choices are standard, null/],
    [['simulate', '--seeds', '1,x'], /Expected an integer/],
    [['runs', '--first', '101'], /Expected an integer between 1 and 100/],
    [['export', 'films'], /'films' is invalid.*Allowed choices are policy, embeddings, curves/],
    [['export', 'policy', '--to', '/none/such/file'], /the folder \/none\/such does not exist/],
  ])('rejects %j before the graph is opened', (args, message) => {
    const { status, stderr } = reelgraph(args, { PATH: pathWith({}) });
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
  });

  it('reports a port that is in use before a graph is started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = reelgraph(['serve'], { PORT: String(port) });
    server.close();
    expect(stderr).toMatch(`Port ${port} is taken. Stop the other process, or choose another port`);
    expect(status).toBe(1);
  });

  it('doctor suggests fixes and exits with code 1 if a check fails', () => {
    const { status, stdout } = reelgraph(['doctor'], { PATH: pathWith({}) });
    expect(stdout).toMatch(/✘ Java +Java is missing.*\n +Install Java/);
    expect(stdout).toMatch(/✘ Maven/);
    expect(stdout).toMatch(/2 of \d+ checks failed/);
    expect(status).toBe(1);
  });

  it('shows examples, choices and defaults in the help of a command', () => {
    const { status, stdout } = reelgraph(['train', '--help']);
    expect(stdout).toMatch(/reelgraph train --policy TUTORIAL/);
    expect(stdout).toMatch(/choices: "DQN", "TUTORIAL",\s+default:\s+"DQN"/);
    expect(status).toBe(0);
  });

  it('prints its version', () => {
    for (const flag of ['--version', '-V']) expect(reelgraph([flag]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('lists every command in --help, without loading an engine or the driver', () => {
    const { stdout } = reelgraph(['--help'], { NODE_DEBUG: 'module' });
    for (const name of [
      'serve',
      'import',
      'embed',
      'train',
      'runs',
      'cancel',
      'evaluate',
      'export',
      'doctor',
    ])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    const loaded = reelgraph(['--help'], { NODE_DEBUG: 'module' }).stderr;
    expect(loaded).not.toMatch(/node_modules\/(@tensorflow|neo4j-driver|graphql|express|zod|pino)\//);
  });

  it.each(['bash', 'zsh', 'fish'])('prints a completion script for %s', (shell) => {
    const { status, stdout } = reelgraph(['completion', shell]);
    expect(stdout).toMatch(/reelgraph complete/);
    expect(status).toBe(0);
  });

  it('completes commands and choices', () => {
    expect(reelgraph(['complete', '--', 'tr']).stdout).toMatch(/^train\t/m);
    expect(reelgraph(['complete', '--', 'import', '']).stdout).toMatch(/^movielens/m);
  });
});
