import type { Graph } from '../../graph/graph';
import { askSeldom } from '../ask-seldom';
import { type FilmCatalogue, loadFilmCatalogue } from './film-catalogue';

/** Gives the catalogue as the graph has it now, or had it a moment ago. */
export interface FilmCatalogueFollower {
  current(): Promise<FilmCatalogue>;
}

/** Changes when films come or go or embeddings are written anew, by whomever. */
const FINGERPRINT = `
  MATCH (film:Film)
  RETURN count(film) AS films, count(film.node2vecEmbedding) AS node2vec, count(film.fastrpEmbedding) AS fastrp,
    sum(film.node2vecEmbedding[0]) AS node2vecSum, sum(film.fastrpEmbedding[0]) AS fastrpSum`;

/**
 * Keeps the film catalogue in memory and reads it again when the graph's films or embeddings have changed;
 * asks the graph at most every two seconds.
 */
export function followFilmCatalogue(graph: Graph): FilmCatalogueFollower {
  let known: { fingerprint: string; catalogue: FilmCatalogue } | undefined;
  const current = askSeldom(async () => {
    const fingerprint = JSON.stringify(await graph.read(FINGERPRINT));
    if (known?.fingerprint !== fingerprint) {
      known = { fingerprint, catalogue: await loadFilmCatalogue(graph) };
    }
    return known.catalogue;
  });
  return { current };
}
