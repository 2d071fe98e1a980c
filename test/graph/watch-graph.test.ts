import type { GraphHealth, GraphState } from '../../src/graph/graph-health';
import { PROBE_TIMEOUT, watchGraph } from '../../src/graph/watch-graph';

/** A graph that answers each probe after a delay, or never if there is none. */
function watch(delays: (number | undefined)[]) {
  const patience: number[] = [];
  let dropped = 0;
  const probe = (patienceMs: number, onLateAnswer: () => void) => {
    patience.push(patienceMs);
    const delay = delays.length > 1 ? delays.shift() : delays[0];
    return new Promise<void>((resolve, reject) => {
      if (delay !== undefined && delay <= patienceMs) return void setTimeout(resolve, delay);
      setTimeout(() => reject(PROBE_TIMEOUT), patienceMs);
      if (delay !== undefined) setTimeout(onLateAnswer, delay);
    });
  };
  const health = watchGraph({ probe, dropConnections: () => dropped++ });
  const states: GraphState[] = [];
  health.onChange(({ state }) => states.push(state));
  health.start();
  return { health, states, patience, dropped: () => dropped };
}

describe('watchGraph', () => {
  let health: GraphHealth;
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    health.close();
    jest.useRealTimers();
  });

  it('reports a graph as away if it answers no probe for about five seconds', async () => {
    const watched = watch([5, undefined]);
    ({ health } = watched);
    await jest.advanceTimersByTimeAsync(7_000);
    expect(watched.states).toEqual(['slow', 'away']);
    expect(() => health.requireAnswer()).toThrow(expect.objectContaining({ code: 'GRAPH_UNAVAILABLE' }));
  });

  it('reports a graph as slow, not away, if it answers every probe late', async () => {
    const watched = watch([3_000]);
    ({ health } = watched);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(watched.states).toEqual(['slow']);
    expect(watched.patience.at(-1)).toBeGreaterThan(3_000);
    expect(watched.dropped()).toBe(0);
    health.requireAnswer();
  });

  it('reports a graph that answers now slowly, now fast as slow once', async () => {
    const watched = watch([5, 800, 5, 800, 5, 800, 5]);
    ({ health } = watched);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(watched.states).toEqual(['slow']);
    await jest.advanceTimersByTimeAsync(12_000);
    expect(watched.states).toEqual(['slow', 'up']);
  });

  it('drops silent connections if a new one works', async () => {
    const watched = watch([5, undefined, 5]);
    ({ health } = watched);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(watched.states).toEqual(['slow', 'up']);
    expect(watched.dropped()).toBe(1);
  });

  it('refuses statements until the work before the return of the graph ends, and then counts as recovering', async () => {
    const watched = watch([5, undefined, undefined, undefined, 5]);
    ({ health } = watched);
    health.onReturn(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
    await jest.advanceTimersByTimeAsync(8_000);
    expect(watched.states).toEqual(['slow', 'away']);
    expect(() => health.requireAnswer()).toThrow(expect.objectContaining({ code: 'GRAPH_UNAVAILABLE' }));
    expect(health.isRecovering()).toBe(false);
    await jest.advanceTimersByTimeAsync(2_000);
    health.requireAnswer();
    expect(health.isRecovering()).toBe(true);
    await jest.advanceTimersByTimeAsync(15_000);
    expect(health.isRecovering()).toBe(false);
  });

  it('remains away if the work before its return fails', async () => {
    const watched = watch([5, undefined, undefined, undefined, 5]);
    ({ health } = watched);
    health.onReturn(() => Promise.reject(new Error('The connection was lost.')));
    await jest.advanceTimersByTimeAsync(9_000);
    expect(watched.states).toEqual(['slow', 'away']);
    health.onReturn(() => Promise.resolve());
    await jest.advanceTimersByTimeAsync(1_000);
    health.requireAnswer();
  });

  it('reports nothing after it is closed', async () => {
    const watched = watch([undefined]);
    ({ health } = watched);
    await jest.advanceTimersByTimeAsync(1_100);
    health.close();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(watched.states).toEqual([]);
  });
});
