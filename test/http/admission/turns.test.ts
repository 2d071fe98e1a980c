import { setImmediate as nextPass } from 'node:timers/promises';
import { createTurns } from '../../../src/http/admission/turns';

describe('turns', () => {
  it('let a caller start before the other requests of a caller who sent many', async () => {
    const turns = createTurns();
    const started: string[] = [];
    const start = (key: string) => turns.take(key).then(() => started.push(key));
    await Promise.all([start('many'), start('many'), start('many'), start('one'), start('two')]);
    expect(started).toEqual(['many', 'one', 'two', 'many', 'many']);
  });

  it('start one piece of work in each pass of the event loop', async () => {
    const turns = createTurns();
    let started = 0;
    for (let sent = 0; sent < 3; sent++) void turns.take('caller').then(() => started++);
    const counts: number[] = [];
    for (let pass = 0; pass < 3; pass++) {
      await nextPass();
      counts.push(started);
    }
    expect(counts).toEqual([1, 2, 3]);
  });
});
