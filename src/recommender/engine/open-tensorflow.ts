/**
 * The entry point of a worker that loads TensorFlow. The threads that TensorFlow creates have the worker's priority.
 */
import { runWorker } from '../../worker/run-worker';
import { loadEngine } from './load-engine';

runWorker<null, never, void>(async () => {
  await loadEngine('tensorflow');
});
