/** The entry of a thread that loads TensorFlow and ends: the threads that TensorFlow opens have its priority. */
import { preferServing } from '../../thread-priority';
import { loadEngine } from './load-engine';

preferServing();
void loadEngine('tensorflow');
