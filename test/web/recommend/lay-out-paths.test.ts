import { layOutPaths } from '../../../web/src/recommend/lay-out-paths';
import type { RecommendedItem } from '../../../web/src/recommend/recommended-item';

const film = (id: string) => ({ filmId: id, title: `Film ${id}`, releaseYear: null, categories: [] });
const byActor = (rented: string, actor: string) => ({
  text: '',
  rented: film(rented),
  actor: { actorId: actor, firstName: 'Ada', lastName: actor },
  category: null,
});
const item = (rank: number, id: string, reasons: RecommendedItem['reasons']): RecommendedItem => ({
  rank,
  score: 1 / rank,
  film: film(id),
  reasons,
});

describe('layOutPaths', () => {
  it('adds shared nodes once and lists the films of each edge', () => {
    const { nodes, edges } = layOutPaths([
      item(1, '7', [byActor('1', 'a'), byActor('2', 'a')]),
      item(2, '8', [byActor('1', 'a')]),
    ]);
    expect(nodes.map(({ id }) => id).sort()).toEqual(
      ['actor:a', 'recommended:7', 'recommended:8', 'rented:1', 'rented:2'], // prettier-ignore
    );
    expect(edges.find(({ from, to }) => from === 'rented:1' && to === 'actor:a')?.films).toEqual(['7', '8']);
    expect(edges).toHaveLength(4);
  });

  it('sorts recommended films by rank and the other columns to avoid crossings', () => {
    const { nodes, rows } = layOutPaths([
      item(1, '7', [byActor('3', 'c')]),
      item(2, '8', [byActor('2', 'b')]),
      item(3, '9', [byActor('1', 'a'), byActor('2', 'b')]),
    ]);
    const column = (kind: string) =>
      nodes
        .filter((node) => node.kind === kind)
        .sort((a, b) => a.y - b.y)
        .map(({ id }) => id.split(':')[1]);
    expect(column('recommended')).toEqual(['7', '8', '9']);
    expect(column('actor')).toEqual(['c', 'b', 'a']);
    expect(column('rented')).toEqual(['3', '2', '1']);
    expect(rows).toBe(3);
  });
});
