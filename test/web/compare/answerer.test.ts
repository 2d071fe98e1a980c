import { readAnswerer, writeAnswerer } from '../../../web/src/compare/answerer';

describe('an answerer in an address', () => {
  it.each([{ policy: 'EASE' as const }, { policy: 'DQN' as const, version: '41bb:d9-91' }])(
    'is read as it was written: %j',
    (answerer) => {
      expect(readAnswerer(writeAnswerer(answerer))).toEqual(answerer);
    },
  );

  it('is nobody where no policy has the name', () => {
    expect(readAnswerer('NOBODY:1')).toBeUndefined();
    expect(readAnswerer(undefined)).toBeUndefined();
  });
});
