/** The entry point of a worker that projects films to the map. */
import { runWorker } from '../../worker/run-worker';
import { type ProjectedFilms, projectFilms, type ProjectionTask } from './project-films';

runWorker<ProjectionTask, never, ProjectedFilms>(async (task) => projectFilms(task));
