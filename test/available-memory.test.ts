import { availableMegabytes, requireMemory } from '../src/available-memory';

describe('requireMemory', () => {
  const need = { work: 'Training DQN on 9 films', bytes: 3e9, remedy: 'Free memory.' };

  it('reports the required and the available memory and a remedy', () => {
    expect(() => requireMemory(need, 2_000)).toThrow(
      'Training DQN on 9 films needs about 3000 MB of memory; 2000 MB are available. Free memory.',
    );
  });

  it('accepts work that fits', () => {
    requireMemory(need, 3_000);
    expect(availableMegabytes()).toBeGreaterThan(10);
  });
});
