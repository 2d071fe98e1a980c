import { whatChanges } from '../../../web/src/compare/what-changes';

const films = (...ids: string[]) => ids.map((filmId) => ({ filmId, title: `Film ${filmId}` }));

describe('whatChanges', () => {
  it('tells films that come, go and stay, whatever their places', () => {
    const change = whatChanges(films('1', '2', '3'), films('3', '4', '1'));
    expect(change).toEqual({ kept: films('3', '1'), out: films('2'), in: films('4') });
  });
});
