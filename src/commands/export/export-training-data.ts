import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { loadFilmCatalogue } from '../../recommender/films/film-catalogue';
import { DQN_SETTINGS } from '../../recommender/policies/dqn/dqn-settings';
import { loadLearningData } from '../../recommender/policies/load-learning-data';
import {
  featuresAsParquet,
  filmsAsParquet,
  rentalsAsParquet,
  requireParquetWriter,
} from './training-data-files';

/**
 * Exports the training data of policy DQN, so that it can be trained outside of the server: rentals.parquet,
 * films.parquet, features.parquet (actors and categories) and settings.json. `reelgraph import policy` reads the
 * result.
 * @returns the paths of the written files
 * @throws AppError BAD_USER_INPUT without films or rentals
 */
export async function exportTrainingData(graph: Graph, { to }: { to: string }): Promise<string[]> {
  const catalogue = await loadFilmCatalogue(graph);
  const data = await loadLearningData(graph, catalogue);
  if (!data.log.histories.some(({ length }) => length > 0)) {
    throw new AppError(
      'BAD_USER_INPUT',
      'There are no rentals to export. Import or record rentals first, for example: reelgraph import sample.',
    );
  }
  const write = await requireParquetWriter();
  const files = {
    'rentals.parquet': write(rentalsAsParquet(data.log)),
    'films.parquet': write(filmsAsParquet(catalogue.titles, data)),
    'features.parquet': write(featuresAsParquet(data)),
    'settings.json': JSON.stringify(DQN_SETTINGS, null, 2),
  };
  await mkdir(to, { recursive: true });
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(to, name);
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
}
