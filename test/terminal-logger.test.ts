import { createTerminalLogger } from '../src/terminal-logger';

function createTestTerminal(columns: number) {
  let shown = '';
  const print = (text: string) => void (shown += text);
  const logger = createTerminalLogger('info', { print, colorize: false, columns: () => columns });
  return { logger, shown: () => shown.replace(/^\[\d\d:\d\d:\d\d\] /gm, '') };
}

describe('createTerminalLogger', () => {
  it('shows fields without JSON', () => {
    const { logger, shown } = createTestTerminal(80);
    logger.warn({ state: 'slow', reason: 'answers slowly' }, 'The graph database is slow');
    expect(shown()).toBe('WARN: The graph database is slow state=slow reason="answers slowly"\n');
  });

  it('wraps between words and keeps URLs in one piece', () => {
    const { logger, shown } = createTestTerminal(50);
    logger.info({}, 'Serving the dashboard at http://127.0.0.1:4000/ and the API');
    expect(shown()).toBe('INFO: Serving the dashboard at\n  http://127.0.0.1:4000/ and the API\n');
  });

  it('shows an error with its stack and its cause', () => {
    const { logger, shown } = createTestTerminal(400);
    logger.error({ err: new Error('no answer', { cause: new Error('refused') }) }, 'Reading failed');
    const [first, message, frame] = shown().split('\n');
    expect([first, message]).toEqual(['ERROR: Reading failed', '    no answer']);
    expect(frame).toMatch(/^ {6}at /);
    expect(shown()).toContain('\n    refused\n');
  });

  it('does not pass control characters on to the terminal', () => {
    const { logger, shown } = createTestTerminal(80);
    logger.info({ agent: 'a\x1b[2J\u009b1mb' }, 'Answered\x1b]0;title\x07');
    expect(shown().trim()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});
