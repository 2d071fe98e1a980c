import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { loadEngineForServing } from '../../../src/recommender/engine/load-engine-for-serving';
import { installedEngines } from './installed-engines';

const whereThreadsHavePriorities =
  process.platform === 'linux' && installedEngines.includes('tensorflow') ? it : it.skip;

describe('loadEngineForServing', () => {
  it('loads the requested engine', async () => {
    expect((await loadEngineForServing('cpu')).name).toBe('cpu');
    expect((await loadEngineForServing('auto')).name).toBe(installedEngines[0]);
  });

  whereThreadsHavePriorities('has the threads that TensorFlow opens for all give way to serving', () => {
    const command = ['--require', 'tsx/cjs', join(__dirname, 'say-priorities.ts')];
    const said = execFileSync(process.execPath, command, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { own, later } = JSON.parse(said.trim().split('\n').at(-1) ?? '') as {
      own: number;
      later: number[];
    };
    expect(own).toBe(0);
    expect(later.filter((niceness) => niceness > own).length).toBeGreaterThanOrEqual(2);
  });
});
