import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate, type SimulateOptions } from '../../src/commands/simulate';
import { silentProgress } from '../../src/progress';
import { parseSettings } from '../../src/settings';

const options: SimulateOptions = {
  days: 4,
  seeds: [1, 2],
  recommenders: ['LOOKAHEAD', 'MYOPIC', 'POPULARITY'],
  world: 'standard',
  customers: 20,
  films: 50,
  steps: 2,
};

async function run(changed: Partial<SimulateOptions>): Promise<string> {
  let written = '';
  await simulate({ ...options, ...changed }, parseSettings({ TFJS_ENGINE: 'wasm' }), silentProgress, {
    write: (text) => (written += text),
  });
  return written;
}

describe('reelgraph simulate', () => {
  it('compares recommenders from the same start and draws their curves', async () => {
    const to = join(mkdtempSync(join(tmpdir(), 'simulate-')), 'curves.svg');
    const result = JSON.parse(await run({ json: true, to })) as {
      reference: string;
      summaries: { name: string; lift: { mean: number }; days: unknown[] }[];
    };
    expect(result.reference).toBe('MYOPIC');
    expect(result.summaries.map(({ name }) => name)).toEqual(options.recommenders);
    expect(result.summaries[1].lift.mean).toBe(0);
    expect(result.summaries[0].days).toHaveLength(4);
    expect(readFileSync(to, 'utf8')).toContain('Rentals per day');
  });

  it('prints a table with a row per recommender', async () => {
    const table = await run({ seeds: [1], recommenders: ['RANDOM', 'PLANNING_ORACLE'] });
    expect(table).toMatch(/against RANDOM/);
    expect(table).toMatch(/PLANNING_ORACLE/);
  });

  it('rejects curves in another format before anything runs', async () => {
    await expect(run({ to: 'curves.gif' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'Invalid --to "curves.gif": expected a file name ending in .svg or .png.',
    });
  });
});
