/**
 * Packs the project, installs the package into an empty project, and runs it there: npx reelgraph --help, doctor and
 * serve, on a private Neo4j of its own.
 *   npm run test:pack
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '..');
/** The maximum size of the packed package, in kilobytes. It contains TensorFlow.js and fonts. */
const MAX_KILOBYTES = 2_200;
/** The maximum size of an installation with all dependencies on disk, in megabytes. */
const MAX_INSTALLED_MEGABYTES = 150;
const START_LIMIT_MS = 240_000;
/** The only files that belong in the package. */
const EXPECTED =
  /^(dist\/.*\.(js|css|html|woff2?|svg)|dist\/assets\/[\w-]+\.(ttf|wasm)|examples\/operations\/.*\.graphql|neo4j\/(pom\.xml|keeper\.js)|schema\.graphql|reelgraph\.schema\.json|package\.json|(README|THIRD_PARTY_NOTICES)\.md|LICENSE)$/;

const project = mkdtempSync(join(tmpdir(), 'reelgraph-pack-'));
const home = join(project, 'home');

function run(command: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    ...options,
  });
  return { status, stdout, output: `${stdout}\n${stderr}` };
}

function require(holds: boolean, what: string, output = ''): void {
  if (!holds) throw new Error(`${what}\n${output.slice(-4_000)}`);
  console.log(`✔ ${what}`);
}

const reelgraph = (...args: string[]) =>
  run('npx', ['--no-install', 'reelgraph', ...args], { env: { ...process.env, REELGRAPH_HOME: home } });

interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}

function pack(): string {
  const { status, stdout, output } = run('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: ROOT,
  });
  require(status === 0, 'npm pack makes a package', output);
  const [{ filename, size, files }] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as Packed[];
  const others = files.filter(({ path }) => !EXPECTED.test(path)).map(({ path }) => path);
  require(others.length === 0, 'with nothing in it that is not needed', others.join('\n'));
  require(size < MAX_KILOBYTES * 1_024, `of ${Math.round(size / 1_024)} kB, ${files.length} files`);
  return join(project, filename);
}

function install(tarball: string): void {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true }));
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status, output } = run('npm', ['install', ...flags, tarball]);
  require(status === 0, 'it can be installed into an empty project', output);
  const megabytes = Math.round(sizeOnDisk(join(project, 'node_modules')) / 2 ** 20);
  require(megabytes < MAX_INSTALLED_MEGABYTES, `which takes ${megabytes} MB`);
}

/** The bytes that a folder takes on disk, as `du` counts them. */
function sizeOnDisk(path: string): number {
  const entry = lstatSync(path);
  const inside = entry.isDirectory() ? readdirSync(path) : [];
  return inside.reduce((sum, name) => sum + sizeOnDisk(join(path, name)), entry.blocks * 512);
}

/** Uses each part that the build takes from development dependencies. */
const USE_BUNDLED = `
const dist = (path) => require(require.resolve('reelgraph/dist/' + path));
(async () => {
  const { tf } = await dist('recommender/engine/load-engine').loadEngine('wasm');
  const gradient = tf.grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([21]));
  const layer = { inputs: 1, outputs: 1, weights: new Float32Array(1), biases: new Float32Array(1) };
  const [model] = await dist('commands/export/layers-model').writeLayersModel({ layers: [layer] }, 'model');
  const png = await dist('commands/export/svg-to-png').svgToPng(
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9"><text y="9">Film</text></svg>',
  );
  console.log(gradient.dataSync()[0], model, png.length > 500);
})();
`;

function useBundledParts(): void {
  const { status, stdout, output } = run('node', ['-e', USE_BUNDLED]);
  require(status === 0 &&
    stdout === '42 model/model.json true\n', 'the bundled TensorFlow.js and fonts work', output);
  const traced = run('npx', ['--no-install', 'reelgraph', 'doctor'], {
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'console' },
  });
  require(traced.status === 1 &&
    /Run npm install @opentelemetry\//.test(
      traced.output,
    ), 'tracing without OpenTelemetry says how to install it', traced.output);
}

/** Reuses a Neo4j that was downloaded before, if there is one. */
function lendDistribution(): void {
  const fetched = ['var', 'var/test'].map((name) => join(ROOT, name, 'distribution')).find(existsSync);
  mkdirSync(home);
  if (fetched) symlinkSync(fetched, join(home, 'distribution'));
}

async function serve(): Promise<void> {
  const env = { ...process.env, REELGRAPH_HOME: home, PORT: '0' };
  // Without npx, which changes the exit code when it is interrupted.
  const program = join(project, 'node_modules', '.bin', 'reelgraph');
  const child = spawn(program, ['serve'], { cwd: project, env, stdio: 'pipe' });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        output += `${line}\n`;
        const served = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line);
        if (served) resolve(served[0]);
      });
    }
    child.once('exit', (code) => reject(new Error(`reelgraph serve ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`It never served:\n${output}`)), START_LIMIT_MS).unref();
  });
  const ask = async (path: string, body?: object) =>
    fetch(new URL(path, url), {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
  const query = '{ recommendations(customer: "1") { items { film { title } reasons { text } } } }';
  const answer = await (await ask('/graphql', { query })).text();
  require((answer.match(/"title"/g) ?? []).length === 5, 'reelgraph serve recommends five films', answer);
  const page = await (await ask('/')).text();
  require(page.includes('<script type="module"'), 'and shows its dashboard', page);
  const { output: examined } = reelgraph('doctor');
  require(/private, in use by a running server/.test(
    examined,
  ), 'npx reelgraph doctor looks into its graph', examined);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  require((await ended) === 0, 'Ctrl-C ends it with exit code 0', output);
  require(!existsSync(join(home, 'lock')), 'and gives its home back');
}

async function main(): Promise<void> {
  try {
    install(pack());
    const help = reelgraph('--help');
    require(help.status === 0 &&
      /serve[\s\S]*import[\s\S]*doctor/.test(help.output), 'npx reelgraph --help', help.output);
    useBundledParts();
    lendDistribution();
    const doctor = reelgraph('doctor');
    require(doctor.status === 0, 'npx reelgraph doctor passes', doctor.output);
    await serve();
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(`✘ ${error.message}`);
  process.exitCode = 1;
});
