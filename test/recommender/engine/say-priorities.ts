/** A separate process that loads TensorFlow for serving, computes, and prints the niceness of its threads. */
import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { loadEngineForServing } from '../../../src/recommender/engine/load-engine-for-serving';

const threads = () => readdirSync('/proc/self/task').map(Number);

async function main(): Promise<void> {
  const before = new Set(threads());
  const { tf } = await loadEngineForServing('tensorflow');
  tf.matMul(tf.ones([500, 500]), tf.ones([500, 500])).dataSync();
  const later = threads().filter((thread) => !before.has(thread));
  console.log(JSON.stringify({ own: getPriority(), later: later.map((thread) => getPriority(thread)) }));
}

void main();
