import { parseVariant, formatVariant } from '../../../web/src/compare/variant';

describe('variants in URLs', () => {
  it.each([{ policy: 'EASE' as const }, { policy: 'DQN' as const, version: '41bb:d9-91' }])(
    'parses what it formats: %j',
    (variant) => {
      expect(parseVariant(formatVariant(variant))).toEqual(variant);
    },
  );

  it('returns undefined for an unknown policy', () => {
    expect(parseVariant('UNKNOWN:1')).toBeUndefined();
    expect(parseVariant(undefined)).toBeUndefined();
  });
});
