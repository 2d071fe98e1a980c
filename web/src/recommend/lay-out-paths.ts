import type { RecommendedItem } from './recommended-item';

/** A film, actor or category of the drawn graph, with its place. */
export interface PathNode {
  id: string;
  kind: 'rented' | 'actor' | 'category' | 'recommended';
  label: string;
  /** The film's own id; undefined for what films share. */
  film?: string;
  /** From 0, the top, to 1. */
  y: number;
}

/** What connects two nodes, and for which recommended films. */
export interface PathEdge {
  from: string;
  to: string;
  films: string[];
}

/** The paths behind recommended films in three columns. */
export interface PathLayout {
  nodes: PathNode[];
  edges: PathEdge[];
  /** How many nodes the fullest column has. */
  rows: number;
}

/** Sweeps after which crossings do not get fewer. */
const SWEEPS = 6;

/**
 * Lays out rented films, what they share with recommended films, and those, column by column. Recommended films
 * stand by rank; the other columns are ordered by the mean place of their neighbours (Sugiyama's barycentres).
 */
export function layOutPaths(items: readonly RecommendedItem[]): PathLayout {
  const nodes = new Map<string, PathNode>();
  const edges = new Map<string, PathEdge>();
  const add = (node: Omit<PathNode, 'y'>) => nodes.set(node.id, nodes.get(node.id) ?? { ...node, y: 0 });
  const connect = (from: string, to: string, film: string) => {
    const edge = edges.get(`${from}>${to}`) ?? { from, to, films: [] };
    if (!edge.films.includes(film)) edge.films.push(film);
    edges.set(`${from}>${to}`, edge);
  };
  for (const { film, reasons } of items) {
    const to = `recommended:${film.filmId}`;
    add({ id: to, kind: 'recommended', label: film.title, film: film.filmId });
    for (const { rented, actor, category } of reasons) {
      const from = `rented:${rented.filmId}`;
      const shared = actor ? `actor:${actor.actorId}` : `category:${category?.categoryId}`;
      add({ id: from, kind: 'rented', label: rented.title, film: rented.filmId });
      add({
        id: shared,
        kind: actor ? 'actor' : 'category',
        label: actor ? `${actor.firstName} ${actor.lastName}` : (category?.name ?? ''),
      });
      connect(from, shared, film.filmId);
      connect(shared, to, film.filmId);
    }
  }
  const all = [...nodes.values()];
  const recommended = all.filter(({ kind }) => kind === 'recommended');
  const shared = all.filter(({ kind }) => kind === 'actor' || kind === 'category');
  const rented = all.filter(({ kind }) => kind === 'rented');
  for (const column of [recommended, shared, rented]) spread(column);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of [shared, rented]) orderByNeighbours(column, nodes, [...edges.values()]);
  }
  return {
    nodes: all,
    edges: [...edges.values()],
    rows: Math.max(recommended.length, shared.length, rented.length),
  };
}

function orderByNeighbours(column: PathNode[], nodes: Map<string, PathNode>, edges: PathEdge[]): void {
  const mean = (node: PathNode) => {
    const places = edges
      .filter(({ from, to }) => from === node.id || to === node.id)
      .map(({ from, to }) => nodes.get(from === node.id ? to : from)?.y ?? 0);
    return places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const means = new Map(column.map((node) => [node, mean(node)]));
  column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
  spread(column);
}

/** Spreads a column evenly over the height. */
function spread(column: PathNode[]): void {
  column.forEach((node, place) => (node.y = (place + 0.5) / column.length));
}
