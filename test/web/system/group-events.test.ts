import { groupEvents } from '../../../web/src/system/group-events';

const event = (message: string, at: string) => ({ at, level: 'WARN' as const, message, cause: null });

describe('groupEvents', () => {
  it('combines consecutive equal events and keeps the newest time', () => {
    const events = [event('a', '3'), event('a', '2'), event('b', '1'), event('a', '0')];
    expect(groupEvents(events).map(({ message, at, count }) => [message, at, count])).toEqual([
      ['a', '3', 2],
      ['b', '1', 1],
      ['a', '0', 1],
    ]);
  });
});
