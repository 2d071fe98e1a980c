import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../app-error';
import { runProgram, WITHOUT_ENGINE } from './run-program';

/** TensorFlow 2.12.1 still contains the C API of tfjs-node 4.22 in a single wheel. */
const WHEEL = {
  requirement: 'tensorflow-cpu==2.12.1',
  file: 'tensorflow_cpu-2.12.1-cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  python: '3.10',
  sha256: 'd05b8268da5bd87cf43d46da177e3b3ca39f2db0437e56c5e18351db4cde8679',
};

/** Patterns of files below tensorflow/ in the wheel, and the folder of tfjs-node/deps that each is extracted to. */
const MEMBERS = [
  [String.raw`(libtensorflow_\w+\.so\.2)$`, 'lib'],
  [String.raw`include/(tensorflow/(?:c/.*|tsl/c/.*|(?:core|tsl)/platform/ctstring.*))$`, 'include'],
];

/** The names under which the binding looks for the libraries. */
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

/**
 * Downloads the wheel of TensorFlow from PyPI, unless a verified copy exists.
 * @returns the path of the wheel
 * @throws AppError CANNOT_START if its checksum differs
 */
export async function downloadWheel(downloads: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const path = join(downloads, WHEEL.file);
  if (existsSync(path) && (await sha256(path)) === WHEEL.sha256) return path;
  await rm(path, { force: true });
  await mkdir(downloads, { recursive: true });
  const flags = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  const target = ['--python-version', WHEEL.python, '--platform', 'manylinux2014_x86_64', '-d', downloads];
  await runProgram({
    title: 'Downloading TensorFlow',
    command: 'python3',
    args: ['-m', 'pip', 'download', ...flags, ...target, WHEEL.requirement],
    cwd: downloads,
    environment,
    remedy: `Check that pip reaches PyPI or set PIP_INDEX_URL to a mirror, or save ${WHEEL.file} in ${downloads}, and run the command again. ${WITHOUT_ENGINE}`,
  });
  const found = existsSync(path) ? await sha256(path) : 'no file';
  if (found === WHEEL.sha256) return path;
  throw new AppError(
    'CANNOT_START',
    `Invalid checksum of ${path}: expected ${WHEEL.sha256}, found ${found}.`,
  );
}

/** Extracts the libraries and headers of TensorFlow into a folder, with the links that the binding expects. */
export async function extractWheel(
  wheel: string,
  deps: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await rm(deps, { recursive: true, force: true });
  await mkdir(deps, { recursive: true });
  await runProgram({
    title: 'Extracting TensorFlow',
    command: 'python3',
    args: ['-c', EXTRACT, wheel, deps, ...MEMBERS.flat()],
    cwd: deps,
    environment,
  });
  for (const [link, target] of LINKS) await symlink(target, join(deps, 'lib', link));
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
