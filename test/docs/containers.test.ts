import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the Helm chart', () => {
  it('has the version of the package and installs the image of that version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const chart = read('deploy/helm/reelgraph/Chart.yaml');
    const versions = [...chart.matchAll(/^(version|appVersion): (.*)$/gm)].map(([, , value]) => value);
    expect(versions).toEqual([version, version]);
  });
});

describe('Containerfile and compose.yaml', () => {
  it('copy all files of the package', () => {
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    const image = read('Containerfile')
      .split(/^FROM .*$/m)
      .at(-1) as string;
    const copied = [...image.matchAll(/^COPY (?:--from=build )?(.*) \S+$/gm)]
      .flatMap(([, paths]) => paths.split(' '))
      .map((path) => path.replace('/app/', ''));
    expect(copied).toEqual(expect.arrayContaining(files.filter((path) => !path.startsWith('!'))));
    const made = ['dist', 'node_modules'];
    expect(copied.filter((path) => !made.includes(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('only set variables that the service reads', () => {
    const settings = read('src/settings.ts');
    const [, service] = read('compose.yaml').split('\n  reelgraph:\n');
    const names = [...service.matchAll(/^ {6}([A-Z_0-9]+): /gm)].map(([, name]) => name);
    expect(names).toEqual(['NEO4J_URI', 'NEO4J_PASSWORD', 'AUTH_SECRET']);
    for (const name of names) expect(settings).toContain(`${name}:`);
  });
});
