import { once } from 'node:events';
import { THREADS_HAVE_PRIORITIES } from '../../thread-priority';
import { startThread } from '../../start-thread';
import { type Engine, type EngineChoice, loadEngine } from './load-engine';

/**
 * Loads the engine of a process that answers requests. All of a process share the threads that TensorFlow opens when
 * it is loaded first, and these keep the priority of the thread that did: one that gives way to serving goes first.
 * Else a policy that trains would compete with requests as their equal.
 * @throws AppError CANNOT_START when the engine asked for does not load
 */
export async function loadEngineForServing(choice: EngineChoice): Promise<Engine> {
  if (THREADS_HAVE_PRIORITIES && (choice === 'auto' || choice === 'tensorflow')) {
    // Where it does not load there, it does not load here, and that is told.
    await once(startThread(__dirname, 'open-tensorflow', {}), 'exit').catch(() => undefined);
  }
  return loadEngine(choice);
}
