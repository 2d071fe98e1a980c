/** The entry of a thread that loads TensorFlow and ends: the threads that TensorFlow opens have its priority. */
import { giveWayToServing } from '../../give-way-to-serving';
import { loadEngine } from './load-engine';

giveWayToServing();
void loadEngine('tensorflow');
