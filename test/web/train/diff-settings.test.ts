import { diffSettings } from '../../../web/src/train/diff-settings';

const run = (seed: number, settings: Record<string, string>) => ({
  policy: 'DQN' as const,
  seed,
  steps: 100,
  engine: 'wasm',
  engineVersion: '4.22.0',
  resumedFrom: null,
  settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
});

describe('diffSettings', () => {
  it('marks settings that differ or that only one run has', () => {
    const rows = diffSettings([run(1, { batch: '64', discount: '0.5' }), run(1, { batch: '128' })]);
    expect(rows.filter(({ differs }) => differs)).toEqual([
      { name: 'batch', values: ['64', '128'], differs: true },
      { name: 'discount', values: ['0.5', undefined], differs: true },
    ]);
  });

  it('includes the seed', () => {
    const [, seed] = diffSettings([run(1, {}), run(2, {})]);
    expect(seed).toEqual({ name: 'seed', values: ['1', '2'], differs: true });
  });
});
