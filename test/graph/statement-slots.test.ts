import { setTimeout as pause } from 'node:timers/promises';
import { type GraphHealth, type GraphStatus, UNWATCHED } from '../../src/graph/graph-health';
import { createStatementSlots } from '../../src/graph/statement-slots';

/** The health of a graph whose connection a test can break. */
function createHealth() {
  let losing = new AbortController();
  const listeners: ((status: GraphStatus) => void)[] = [];
  const health: GraphHealth = {
    ...UNWATCHED,
    lost: () => losing.signal,
    onChange: (listener) => void listeners.push(listener),
  };
  const change = (state: GraphStatus['state']) =>
    listeners.forEach((listener) => listener({ state, since: new Date() }));
  return {
    health,
    lose: () => {
      losing.abort();
      change('away');
    },
    find: () => {
      losing = new AbortController();
      change('up');
    },
  };
}

describe('createStatementSlots', () => {
  const { signal } = new AbortController();
  const outcome = async (taking: Promise<unknown>) =>
    Promise.race([taking.then(() => 'taken'), pause(20, 'waiting')]);

  it('gives slots to waiting statements in order', async () => {
    const slots = createStatementSlots(1, UNWATCHED);
    const giveBack = await slots.take(signal);
    const order: number[] = [];
    const waiting = [1, 2].map((index) => slots.take(signal).then((end) => (order.push(index), end(true))));
    giveBack(true);
    await Promise.all(waiting);
    expect(order).toEqual([1, 2]);
  });

  it('gives a recovering graph a few slots, and one more with each completed statement', async () => {
    const { health, lose, find } = createHealth();
    const slots = createStatementSlots(100, health);
    lose();
    find();
    const taken = await Promise.all([1, 2, 3, 4].map(() => slots.take(signal)));
    const next = slots.take(signal);
    expect(await outcome(next)).toBe('waiting');
    taken[0](true);
    expect(await outcome(next)).toBe('taken');
    expect(await outcome(slots.take(signal))).toBe('taken');
    taken[1](false);
    expect(await outcome(slots.take(signal))).toBe('taken');
    await expect(slots.take(signal)).rejects.toMatchObject({
      code: 'GRAPH_UNAVAILABLE',
      message: 'The graph database is coming back. Try again in a few seconds.',
    });
  });

  it('stops waiting when the slot is no longer needed', async () => {
    const slots = createStatementSlots(1, UNWATCHED);
    const giveBack = await slots.take(signal);
    const leaving = new AbortController();
    const left = slots.take(leaving.signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    giveBack(true);
    expect(await outcome(slots.take(signal))).toBe('taken');
  });
});
