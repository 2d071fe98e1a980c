import type { Graph } from './graph';

const MOVE = `
  MERGE (version:FilmVersion {name: 'films'})
  SET version.number = coalesce(version.number, 0) + 1`;

/** The graph counts nodes of a label without reading them. */
const read = (label: string) => `
  OPTIONAL MATCH (version:FilmVersion {name: 'films'})
  RETURN coalesce(version.number, 0) AS number, COUNT {(:${label})} AS films`;

/** What tells whether films have changed, without reading them. */
export interface FilmVersion {
  /** Moved by every change of reelgraph to films or their embeddings. */
  readonly number: number;
  /** All films, with those that are left out. */
  readonly films: number;
}

/** Tells every server of the graph that films or their embeddings have changed. Call it after they are written. */
export async function moveFilmVersion(graph: Graph): Promise<void> {
  await graph.write(MOVE);
}

export const readFilmVersion = async (graph: Graph): Promise<FilmVersion> =>
  (await graph.read<FilmVersion>(read(graph.model.film.label)))[0];
