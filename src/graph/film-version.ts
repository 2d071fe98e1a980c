import type { Graph } from './graph';

const MOVE = `
  MERGE (version:FilmVersion {name: 'films'})
  SET version.number = coalesce(version.number, 0) + 1`;

/** Neo4j counts the nodes of a label without reading them. */
const read = (label: string) => `
  OPTIONAL MATCH (version:FilmVersion {name: 'films'})
  RETURN coalesce(version.number, 0) AS number, COUNT {(:${label})} AS films`;

/** Shows whether films have changed, without reading them. */
export interface FilmVersion {
  /** Increases whenever reelgraph changes films or their embeddings. */
  readonly number: number;
  /** The number of films, including those that are left out. */
  readonly films: number;
}

/** Notifies every server of the graph that films or their embeddings have changed. Call it after writing them. */
export async function moveFilmVersion(graph: Graph): Promise<void> {
  await graph.write(MOVE);
}

export const readFilmVersion = async (graph: Graph): Promise<FilmVersion> =>
  (await graph.read<FilmVersion>(read(graph.model.film.label)))[0];
