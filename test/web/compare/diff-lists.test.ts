import { diffLists } from '../../../web/src/compare/diff-lists';

const films = (...ids: string[]) => ids.map((filmId) => ({ filmId, title: `Film ${filmId}` }));

describe('diffLists', () => {
  it('returns added, removed and unchanged films, regardless of their positions', () => {
    const change = diffLists(films('1', '2', '3'), films('3', '4', '1'));
    expect(change).toEqual({ kept: films('3', '1'), removed: films('2'), added: films('4') });
  });
});
