/** Sets the versions of the Helm chart, and of the image that it installs, to the version of package.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const CHART = join(ROOT, 'deploy', 'helm', 'reelgraph', 'Chart.yaml');

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const chart = readFileSync(CHART, 'utf8').replace(/^(version|appVersion): .*$/gm, `$1: ${version}`);
writeFileSync(CHART, chart);
console.log(`Chart.yaml has version ${version}`);
