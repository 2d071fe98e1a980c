import { loadEngine } from '../../../src/recommender/engine/load-engine';

test('WebAssembly differentiates if no other engine was loaded before', async () => {
  const { name, tf } = await loadEngine('wasm');
  const gradient = tf.grad((x) => tf.mean(tf.square(tf.relu(x))));
  expect([...gradient(tf.tensor1d([3, -5])).dataSync()]).toEqual([3, 0]);
  expect(name).toBe('wasm');
});
