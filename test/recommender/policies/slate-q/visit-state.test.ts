import { SLATE_SETTINGS } from '../../../../src/recommender/policies/slate-q/slate-settings';
import { VisitState } from '../../../../src/recommender/policies/slate-q/visit-state';

/** A channel of a snapshot as a map from film to value. */
function channel(state: VisitState, index: number, day: number): Record<number, number> {
  const { films, values } = state.snapshot(day);
  return Object.fromEntries(
    Array.from(films, (film, column) => [film, values[index * films.length + column]]),
  );
}

describe('VisitState', () => {
  it('averages rented films with each decay, as DQN does', () => {
    const state = new VisitState(SLATE_SETTINGS);
    for (const film of [4, 2, 9]) state.observe({ list: [], film, stars: 0 }, 1);
    const decay = SLATE_SETTINGS.decays[1];
    const sum = 1 + decay + decay ** 2;
    const averages = channel(state, 1, 1);
    expect(averages[4]).toBeCloseTo(decay ** 2 / sum, 6);
    expect(averages[2]).toBeCloseTo(decay / sum, 6);
    expect(averages[9]).toBeCloseTo(1 / sum, 6);
    expect(channel(state, 0, 1)).toEqual({ 4: 0, 2: 0, 9: 1 });
  });

  it('lets counts fade by the calendar', () => {
    const state = new VisitState(SLATE_SETTINGS);
    state.observe({ list: [7, 3], film: 3, stars: 5 }, 0);
    const [slow, fast] = SLATE_SETTINGS.countsFadeIn;
    expect(channel(state, 4, 10)[3]).toBeCloseTo(Math.exp(-10 / slow), 6);
    expect(channel(state, 5, 10)[3]).toBeCloseTo(Math.exp(-10 / fast), 6);
    expect(channel(state, 6, 10)[3]).toBeCloseTo(Math.exp(-10 / SLATE_SETTINGS.signalsFadeIn), 6);
    expect(channel(state, 7, 10)).toEqual({ 7: expect.closeTo(Math.exp(-0.5), 6), 3: 0 });
  });

  it('tells days since the last visit, last stars, hits and the number of rentals', () => {
    const state = new VisitState(SLATE_SETTINGS);
    state.observe({ list: [1], film: 1, stars: 5 }, 2);
    state.observe({ list: [2], film: -1, stars: 0 }, 5);
    const { scalars, rented, films } = state.snapshot(9);
    expect(scalars[0]).toBe(1);
    expect(scalars[3]).toBeCloseTo(Math.log1p(4), 6);
    expect(scalars[6]).toBe(0);
    expect(scalars[8]).toBeCloseTo(1 / 20, 6);
    expect([...films].filter((_, column) => rented[column])).toEqual([1]);
  });

  it('copies without sharing', () => {
    const state = new VisitState(SLATE_SETTINGS);
    state.observe({ list: [1, 2], film: 2, stars: 4 }, 0);
    const copy = state.copy();
    copy.observe({ list: [], film: 5, stars: 1 }, 3);
    expect([...state.history()]).toEqual([2]);
    expect([...copy.history()]).toEqual([2, 5]);
    expect(channel(state, 3, 3)).toEqual({ 1: 0, 2: 1 });
  });
});
