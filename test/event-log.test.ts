import { createEventLog } from '../src/event-log';
import { silentLogger } from '../src/logger';

describe('the event log', () => {
  it('returns the newest events first and drops the oldest when it is full', () => {
    const events = createEventLog(2);
    for (const message of ['first', 'second', 'third']) events.add('INFO', message);
    expect(events.recent(10).map(({ message }) => message)).toEqual(['third', 'second']);
    expect(events.recent(1)).toHaveLength(1);
  });

  it('adds warnings and errors of a logger, with their causes and without quoted values', () => {
    const events = createEventLog();
    const logger = events.observe(silentLogger);
    logger.info({}, 'Answered');
    logger.warn({ err: new Error("No film 'Secret'") }, 'Retraining failed');
    logger.error({ error: { message: 'boom' } }, 'Request failed');
    expect(events.recent(10)).toMatchObject([
      { level: 'ERROR', message: 'Request failed', cause: 'boom' },
      { level: 'WARN', message: 'Retraining failed', cause: 'No film …' },
    ]);
  });
});
