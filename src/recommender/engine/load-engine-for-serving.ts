import { THREADS_HAVE_PRIORITIES } from '../../thread-priority';
import { startWorker } from '../../worker/start-worker';
import { type Engine, type EngineChoice, loadEngine } from './load-engine';

/**
 * Loads the engine of a process that serves requests. TensorFlow creates one thread pool per process, and the threads
 * inherit the priority of the thread that loads TensorFlow first. Therefore a worker with low priority loads it first,
 * so that training does not compete with requests.
 * @throws AppError CANNOT_START if the requested engine does not load
 */
export async function loadEngineForServing(choice: EngineChoice): Promise<Engine> {
  if (THREADS_HAVE_PRIORITIES && (choice === 'auto' || choice === 'tensorflow')) {
    // If the worker fails, the call below fails in the same way and reports the error.
    await startWorker({ folder: __dirname, entry: 'open-tensorflow', task: null, onProgress: () => {} })
      .ended;
  }
  return loadEngine(choice);
}
