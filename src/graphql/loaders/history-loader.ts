import DataLoader from 'dataloader';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../../recommender/films/film-catalogue';
import { type History, readHistories } from '../../recommender/rentals/histories';

/** Histories by customer id; an unknown customer is an AppError NOT_FOUND. */
export type HistoryLoader = DataLoader<string, History>;

/** Reads the histories of all customers that a request asks for in one statement. */
export function createHistoryLoader(graph: Graph, catalogue: () => Promise<FilmCatalogue>): HistoryLoader {
  return new DataLoader<string, History>(async (customers) => {
    const { numbers } = await catalogue();
    const histories = await readHistories(graph, customers, numbers);
    return customers.map((id) => histories.get(id) ?? notFound(id));
  });
}

const notFound = (id: string) =>
  new AppError(
    'NOT_FOUND',
    `No customer has the id ${JSON.stringify(id)}. Query customers { customerId } for the ids.`,
  );
