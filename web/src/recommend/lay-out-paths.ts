import type { RecommendedItem } from './recommended-item';

/** A film, actor or category in the graph, with its position. */
export interface PathNode {
  id: string;
  kind: 'rented' | 'actor' | 'category' | 'recommended';
  label: string;
  /** The film id; undefined for actors and categories. */
  film?: string;
  /** Vertical position, from 0 (top) to 1. */
  y: number;
}

/** An edge, and the ids of the recommended films whose paths use it. */
export interface PathEdge {
  from: string;
  to: string;
  films: string[];
}

/** The paths to the recommended films, in three columns. */
export interface PathLayout {
  nodes: PathNode[];
  edges: PathEdge[];
  /** Number of nodes in the longest column. */
  rows: number;
}

/** Number of sweeps. More do not reduce the crossings further. */
const SWEEPS = 6;

/**
 * Lays out rented films, shared actors and categories, and recommended films in three columns. Recommended films
 * are sorted by rank, the other columns by the mean position of their neighbors (Sugiyama's barycenter method).
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
    for (const column of [shared, rented]) orderByNeighbors(column, nodes, [...edges.values()]);
  }
  return {
    nodes: all,
    edges: [...edges.values()],
    rows: Math.max(recommended.length, shared.length, rented.length),
  };
}

function orderByNeighbors(column: PathNode[], nodes: Map<string, PathNode>, edges: PathEdge[]): void {
  const mean = (node: PathNode) => {
    const positions = edges
      .filter(({ from, to }) => from === node.id || to === node.id)
      .map(({ from, to }) => nodes.get(from === node.id ? to : from)?.y ?? 0);
    return positions.reduce((sum, position) => sum + position, 0) / positions.length;
  };
  const means = new Map(column.map((node) => [node, mean(node)]));
  column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
  spread(column);
}

/** Distributes a column evenly over the height. */
function spread(column: PathNode[]): void {
  column.forEach((node, index) => (node.y = (index + 0.5) / column.length));
}
