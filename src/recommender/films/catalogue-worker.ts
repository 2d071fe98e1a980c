/** The entry point of a worker that reads the film catalogue. */
import { answerGraphTask } from '../../graph/graph-task';
import { readFilmCatalogue } from './film-catalogue';

answerGraphTask(readFilmCatalogue);
