import DataLoader from 'dataloader';
import { findReasons, type ReasonPath, type RecommendedFilm } from '../../recommender/serving/reasons';
import type { Graph } from '../../graph/graph';

/** All reasons of a recommended film, the most telling first. */
export type ReasonLoader = DataLoader<RecommendedFilm, ReasonPath[]>;

/** Finds the reasons of all films that a request recommends in one statement. */
export const createReasonLoader = (graph: Graph): ReasonLoader =>
  new DataLoader((asked) => findReasons(graph, asked));
