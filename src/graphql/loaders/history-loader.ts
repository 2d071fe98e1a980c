import DataLoader from 'dataloader';
import type { FilmCatalogue } from '../../recommender/films/film-catalogue';
import type { Recommender } from '../../recommender/recommender';
import type { History } from '../../recommender/rentals/histories';

/** Loads histories by customer id. */
export type HistoryLoader = DataLoader<string, History>;

/** Reads the histories of all customers of a request in one statement. */
export const createHistoryLoader = (
  recommender: Recommender,
  catalogue: () => Promise<FilmCatalogue>,
): HistoryLoader => new DataLoader(async (customers) => recommender.histories(await catalogue(), customers));
