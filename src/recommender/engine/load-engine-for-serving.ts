import { once } from 'node:events';
import { THREADS_HAVE_PRIORITIES } from '../../thread-priority';
import { startThread } from '../../start-thread';
import { type Engine, type EngineChoice, loadEngine } from './load-engine';

/**
 * Loads the engine of a process that serves requests. TensorFlow creates one thread pool per process, and its threads
 * inherit the priority of the thread that loads it first. A thread with low priority therefore loads it first, so that
 * training does not compete with requests.
 * @throws AppError CANNOT_START if the requested engine does not load
 */
export async function loadEngineForServing(choice: EngineChoice): Promise<Engine> {
  if (THREADS_HAVE_PRIORITIES && (choice === 'auto' || choice === 'tensorflow')) {
    // A failure is reported by the call below, which fails in the same way.
    await once(startThread(__dirname, 'open-tensorflow', {}), 'exit').catch(() => undefined);
  }
  return loadEngine(choice);
}
