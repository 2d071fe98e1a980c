import { createTimeParser } from '../../../src/store/values/time-parser';

const parse = (value: string, sample: readonly string[] = [value]) => {
  const time = createTimeParser(sample).parse(value);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('createTimeParser', () => {
  it.each([
    ['964982703', '2000-07-30T18:45:03.000Z'],
    ['964982703.0', '2000-07-30T18:45:03.000Z'],
    ['9.64982703E8', '2000-07-30T18:45:03.000Z'],
    ['964982703123', '2000-07-30T18:45:03.123Z'],
    ['964982703123456', '2000-07-30T18:45:03.123Z'],
    ['964982703123456789', '2000-07-30T18:45:03.123Z'],
    ['2005-04-02 23:53:10', '2005-04-02T23:53:10.000Z'],
    ['2005-04-02T23:53:10.123456Z', '2005-04-02T23:53:10.123Z'],
    ['2005-04-02T23:53:10+02:00', '2005-04-02T21:53:10.000Z'],
    ['2005-04-02 23:53:10.5+00', '2005-04-02T23:53:10.500Z'],
    ['2005-04-02 23:53:10 UTC', '2005-04-02T23:53:10.000Z'],
    ['2005-04-02', '2005-04-02T00:00:00.000Z'],
    ['2005/4/2 3:05', '2005-04-02T03:05:00.000Z'],
    ['24.05.2005 22:53', '2005-05-24T22:53:00.000Z'],
    ['24/05/2005', '2005-05-24T00:00:00.000Z'],
    ['5/24/2005 11:53:10 PM', '2005-05-24T23:53:10.000Z'],
    ['5/24/2005 12:00 AM', '2005-05-24T00:00:00.000Z'],
    ['01-Jan-1995', '1995-01-01T00:00:00.000Z'],
    ['Jan 3, 1999', '1999-01-03T00:00:00.000Z'],
    ['20050524', '2005-05-24T00:00:00.000Z'],
    ['20050524225330', '2005-05-24T22:53:30.000Z'],
    ['2005', '2005-01-01T00:00:00.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
  ])('reads %s', (value, expected) => {
    expect(parse(value)).toBe(expected);
  });

  it.each([
    'yesterday',
    '0012-05-01',
    '2005-02-30',
    '2005-13-01',
    '2005-04-02 25:00:00',
    '04/05/2005',
    '99999999999',
    '',
  ])('refuses %j', (value) => {
    expect(parse(value)).toBeUndefined();
  });

  it('distinguishes days from months by the other values', () => {
    expect(parse('04/05/2005', ['04/05/2005', '24/05/2005'])).toBe('2005-05-04T00:00:00.000Z');
    expect(parse('04/05/2005', ['04/05/2005', '05/24/2005'])).toBe('2005-04-05T00:00:00.000Z');
    expect(parse('04/05/2005', ['13/05/2005', '05/24/2005'])).toBeUndefined();
  });

  it('reads a column in one unit, and refuses values in another unit', () => {
    const sample = ['964982703000', '964982704000'];
    expect(parse('964982703000', sample)).toBe('2000-07-30T18:45:03.000Z');
    expect(createTimeParser(sample).form).toBe('milliseconds since 1970');
    expect(parse('964982703000', ['964982703', '964982704'])).toBeUndefined();
    expect(parse('964982703', sample)).toBeUndefined();
    expect(parse('0', sample)).toBe('1970-01-01T00:00:00.000Z');
    expect(parse('964982703000', ['964982703', ...sample])).toBe('2000-07-30T18:45:03.000Z');
  });
});
