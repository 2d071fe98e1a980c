/** The entry point of a worker that projects films to the map. */
import { parentPort, workerData } from 'node:worker_threads';
import { preferServing } from '../../thread-priority';
import { projectFilms, type ProjectionTask } from './project-films';

preferServing();
parentPort?.postMessage(projectFilms(workerData as ProjectionTask));
