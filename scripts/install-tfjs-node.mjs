/**
 * Installs @tensorflow/tfjs-node where the server that it downloads its libraries from is out of reach:
 * the package from the npm registry, TensorFlow's libraries and headers from its Python wheel on PyPI,
 * and the binding compiled here. Does nothing where the engine loads already. Touches neither
 * package-lock.json nor any other package. Needs Linux on x64, python3 with pip, make and a C++ compiler.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pipeline } from 'node:stream/promises';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const PACKAGE = join(MODULES, '@tensorflow', 'tfjs-node');
const NATIVE = join(ROOT, '.native');

/** TensorFlow 2.12.1 still has the C API that tfjs-node 4.22 was written for, in one file of the wheel. */
const WHEEL = {
  requirement: 'tensorflow-cpu==2.12.1',
  file: 'tensorflow_cpu-2.12.1-cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  python: '3.10',
  sha256: 'd05b8268da5bd87cf43d46da177e3b3ca39f2db0437e56c5e18351db4cde8679',
};

/** Members of the wheel under tensorflow/, and the folder of tfjs-node/deps that each goes to. */
const MEMBERS = [
  [String.raw`(libtensorflow_\w+\.so\.2)$`, 'lib'],
  [String.raw`include/(tensorflow/(?:c/.*|tsl/c/.*|(?:core|tsl)/platform/ctstring.*))$`, 'include'],
];

const LINKS = [
  ['libtensorflow.so', 'libtensorflow_cc.so.2'],
  ['libtensorflow.so.2', 'libtensorflow_cc.so.2'],
  ['libtensorflow.so.2.9.1', 'libtensorflow_cc.so.2'],
  ['libtensorflow_framework.so', 'libtensorflow_framework.so.2'],
];

const EXTRACT = `
import os, re, shutil, sys, zipfile
wheel, deps, *rules = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for member in archive.infolist():
        for pattern, folder in zip(rules[::2], rules[1::2]):
            match = re.match('tensorflow/' + pattern, member.filename)
            if match and not member.is_dir():
                target = os.path.join(deps, folder, match.group(1))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with archive.open(member) as source, open(target, 'wb') as file:
                    shutil.copyfileobj(source, file, 1 << 20)
`;

/** Loads the engine in a process of its own and multiplies once: the shim is what Node ≥ 23 lacks. */
const TRY = `
const util = require('node:util');
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
const tf = require('@tensorflow/tfjs-node');
const product = tf.matMul([[1, 2]], [[3], [4]]).dataSync()[0];
if (tf.getBackend() !== 'tensorflow' || product !== 11) throw new Error('It computes ' + product + ', not 11.');
console.log(tf.version['tfjs-node']);
`;

class Failure extends Error {}

function run(title, command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (error?.code === 'ENOENT') throw new Failure(`${title} needs ${command}, which is not installed.`);
  if (status !== 0) {
    const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n');
    throw new Failure(
      `${title} failed (${command} ended with ${status ?? error}):\n  ${lines.slice(-15).join('\n  ')}`,
    );
  }
  return stdout.trim();
}

const runNpm = (title, args, options) =>
  process.env.npm_execpath
    ? run(title, process.execPath, [process.env.npm_execpath, ...args], options)
    : run(title, 'npm', args, options);

const tryEngine = () =>
  run('Loading the engine', process.execPath, ['-e', TRY], { env: { TF_CPP_MIN_LOG_LEVEL: '2' } });

async function step(title, work) {
  const startedAt = performance.now();
  const result = await work();
  console.log(`✔ ${title}  ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  return result;
}

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** A package that npm left out comes back with its own dependencies inside it, so that no other one moves. */
async function putPackageBack() {
  const project = await readJson(join(ROOT, 'package.json'));
  const version = project.optionalDependencies['@tensorflow/tfjs-node'];
  if (await isWhole(version)) return;
  const stage = join(NATIVE, 'package');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const dependencies = { '@tensorflow/tfjs-node': version };
  await writeFile(join(stage, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await cp(join(ROOT, 'package-lock.json'), join(stage, 'package-lock.json'));
  runNpm('Fetching @tensorflow/tfjs-node', ['install', '--ignore-scripts', '--no-save', '--no-audit'], {
    cwd: stage,
  });
  const staged = join(stage, 'node_modules');
  const inner = join(staged, '@tensorflow', 'tfjs-node', 'node_modules');
  for (const name of await packagesIn(staged)) {
    if (name === '@tensorflow/tfjs-node') continue;
    if (project.dependencies[name] && (await isSameAsInstalled(name, staged))) continue;
    await mkdir(dirname(join(inner, name)), { recursive: true });
    await rename(join(staged, name), join(inner, name));
  }
  await rm(PACKAGE, { recursive: true, force: true });
  await mkdir(dirname(PACKAGE), { recursive: true });
  await cp(join(staged, '@tensorflow', 'tfjs-node'), PACKAGE, { recursive: true });
  await rm(stage, { recursive: true });
}

async function isWhole(version) {
  const path = join(PACKAGE, 'package.json');
  if (!existsSync(path)) return false;
  const installed = await readJson(path);
  const folders = [join(PACKAGE, 'node_modules'), MODULES];
  return (
    installed.version === version &&
    Object.keys(installed.dependencies).every((name) =>
      folders.some((folder) => existsSync(join(folder, name))),
    )
  );
}

/** The project's own copy serves tfjs-node too: a second tfjs-core would be a second engine. */
async function isSameAsInstalled(name, staged) {
  const [ours, theirs] = await Promise.all(
    [MODULES, staged].map((folder) => readJson(join(folder, name, 'package.json'))),
  );
  if (ours.version !== theirs.version && name.startsWith('@tensorflow/')) {
    throw new Failure(
      `${name} is ${ours.version} here and tfjs-node needs ${theirs.version}: pin one version.`,
    );
  }
  return ours.version === theirs.version;
}

async function packagesIn(modules) {
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
  const scoped = names.filter((name) => name.startsWith('@'));
  const inScopes = scoped.map(async (scope) =>
    (await readdir(join(modules, scope))).map((name) => `${scope}/${name}`),
  );
  return [...names.filter((name) => !name.startsWith('@')), ...(await Promise.all(inScopes)).flat()];
}

async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function fetchWheel() {
  const path = join(NATIVE, WHEEL.file);
  if (existsSync(path) && (await sha256(path)) === WHEEL.sha256) return path;
  await rm(path, { force: true });
  await mkdir(NATIVE, { recursive: true });
  const flags = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  const target = ['--python-version', WHEEL.python, '--platform', 'manylinux2014_x86_64', '-d', NATIVE];
  run('Fetching TensorFlow', 'python3', ['-m', 'pip', 'download', ...flags, ...target, WHEEL.requirement]);
  const found = existsSync(path) ? await sha256(path) : 'nothing';
  if (found !== WHEEL.sha256) {
    throw new Failure(`${path} should have the SHA-256 ${WHEEL.sha256} and has ${found}: not used.`);
  }
  return path;
}

async function unpack(wheel) {
  const deps = join(PACKAGE, 'deps');
  await rm(deps, { recursive: true, force: true });
  run('Unpacking TensorFlow', 'python3', ['-c', EXTRACT, wheel, deps, ...MEMBERS.flat()]);
  for (const [link, target] of LINKS) await symlink(target, join(deps, 'lib', link));
}

function compile() {
  const tool = [join(PACKAGE, 'node_modules'), MODULES]
    .map((modules) => join(modules, '@mapbox', 'node-pre-gyp', 'bin', 'node-pre-gyp'))
    .find(existsSync);
  if (!tool)
    throw new Failure('node-pre-gyp is missing. Remove node_modules/@tensorflow/tfjs-node and start again.');
  const installation = resolve(dirname(process.execPath), '..');
  const hasHeaders = existsSync(join(installation, 'include', 'node', 'node_api.h'));
  run('Compiling the binding', process.execPath, [tool, 'install', '--build-from-source'], {
    cwd: PACKAGE,
    env: hasHeaders ? { npm_config_nodedir: process.env.npm_config_nodedir ?? installation } : {},
  });
}

async function main() {
  try {
    console.log(`✔ The engine loads already: tfjs-node ${tryEngine()}`);
    return;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure(
      `This recipe is for Linux on x64, not ${process.platform} on ${process.arch}. ` +
        'Run npm rebuild @tensorflow/tfjs-node where its downloads are reachable, or set TFJS_ENGINE=wasm.',
    );
  }
  if (!existsSync(MODULES)) throw new Failure('There is no node_modules. Run npm ci first.');
  await step('@tensorflow/tfjs-node is in node_modules', putPackageBack);
  const wheel = await step(`${WHEEL.requirement} is in .native`, fetchWheel);
  await step('Libraries and headers are unpacked', () => unpack(wheel));
  await step('The binding is compiled', compile);
  console.log(`✔ The engine loads: tfjs-node ${tryEngine()}`);
}

main().catch((error) => {
  console.error(`✘ ${error instanceof Failure ? error.message : error.stack}`);
  if (error instanceof Failure)
    console.error('Without it the service runs on WebAssembly (TFJS_ENGINE=wasm).');
  process.exitCode = 1;
});
