import type { Tensor2D } from '@tensorflow/tfjs-core';
import { AppError } from '../../../src/app-error';
import { type Engine, type EngineChoice, loadEngine } from '../../../src/recommender/engine/load-engine';
import { installedEngines } from './installed-engines';

const A = [1, -2, 3, 0.5, 4, -1]; // [2, 3]
const B = [2, 1, 0, -1, 3, 5, 1, 1, 0, 2, -2, 4]; // [3, 4]
const BIAS = [10, 20, 30, 40];
const PRODUCT = Array.from({ length: 8 }).map((_, at) => {
  const [row, column] = [Math.floor(at / 4), at % 4];
  return [0, 1, 2].reduce((sum, k) => sum + A[row * 3 + k] * B[k * 4 + column], 0);
});
const TRANSPOSITIONS = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
];

const transposed = (values: number[], rows: number, columns: number) =>
  Array.from({ length: values.length }, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]);

describe('loadEngine', () => {
  test('auto loads the fastest installed engine and reports the ones that failed', async () => {
    const engine = await loadEngine('auto');
    expect(engine.name).toBe(installedEngines[0]);
    expect(engine.version).toMatch(/^4\./);
    expect(engine.passedOver.map(({ name }) => name)).toEqual(
      engine.name === 'tensorflow' ? [] : ['tensorflow'],
    );
  });

  test('refuses an unknown engine and lists the known ones', async () => {
    await expect(loadEngine('gpu' as EngineChoice)).rejects.toThrow(AppError);
    await expect(loadEngine('gpu' as EngineChoice)).rejects.toThrow('tensorflow, wasm, cpu');
  });
});

describe.each(installedEngines)('the engine %s', (name) => {
  let engine: Engine;
  beforeAll(async () => (engine = await loadEngine(name)));

  const operands = (transposeA: boolean, transposeB: boolean) => {
    const { tf } = engine;
    const a = transposeA ? tf.tensor2d(transposed(A, 2, 3), [3, 2]) : tf.tensor2d(A, [2, 3]);
    const b = transposeB ? tf.tensor2d(transposed(B, 3, 4), [4, 3]) : tf.tensor2d(B, [3, 4]);
    return { a, b };
  };

  test('is active after loading', () => {
    expect(engine.tf.getBackend()).toBe(name);
  });

  test.each(TRANSPOSITIONS)('multiplies, transposed %s and %s', (transposeA, transposeB) => {
    const { a, b } = operands(transposeA, transposeB);
    const tensors = engine.tf.memory().numTensors;
    const product = engine.tf.matMul(a, b, transposeA, transposeB);
    expect(product.shape).toEqual([2, 4]);
    expect([...product.dataSync()]).toEqual(PRODUCT);
    expect(engine.tf.memory().numTensors).toBe(tensors + 1);
  });

  test.each(TRANSPOSITIONS)('differentiates a product, transposed %s and %s', (transposeA, transposeB) => {
    const { tf } = engine;
    const { a, b } = operands(transposeA, transposeB);
    const weights = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [2, 4]);
    const [da, db] = tf.grads((x, y) => tf.sum(tf.mul(tf.matMul(x, y, transposeA, transposeB), weights)))([
      a,
      b,
    ]);
    const w = (row: number, column: number) => row * 4 + column + 1;
    const expectedA = A.map((_, at) => {
      const [row, k] = [Math.floor(at / 3), at % 3];
      return [0, 1, 2, 3].reduce((sum, column) => sum + w(row, column) * B[k * 4 + column], 0);
    });
    const expectedB = B.map((_, at) => {
      const [k, column] = [Math.floor(at / 4), at % 4];
      return [0, 1].reduce((sum, row) => sum + A[row * 3 + k] * w(row, column), 0);
    });
    expect([...da.dataSync()]).toEqual(transposeA ? transposed(expectedA, 2, 3) : expectedA);
    expect([...db.dataSync()]).toEqual(transposeB ? transposed(expectedB, 3, 4) : expectedB);
  });

  test.each(TRANSPOSITIONS)(
    'adds the bias of a fused product, transposed %s and %s',
    (transposeA, transposeB) => {
      const { tf } = engine;
      const { a, b } = operands(transposeA, transposeB);
      const product = tf.fused.matMul({
        a,
        b,
        transposeA,
        transposeB,
        bias: tf.tensor1d(BIAS),
        activation: 'relu',
      });
      expect([...product.dataSync()]).toEqual(PRODUCT.map((value, at) => Math.max(0, value + BIAS[at % 4])));
    },
  );

  test('multiplies a batch by one transposed matrix', () => {
    const { tf } = engine;
    const a = tf.tensor3d([...A, ...A.map((value) => 2 * value)], [2, 2, 3]);
    const b = tf.tensor3d([...transposed(B, 3, 4), ...transposed(B, 3, 4)], [2, 4, 3]);
    const product = tf.matMul(a, b, false, true);
    expect([...product.dataSync()]).toEqual([...PRODUCT, ...PRODUCT.map((value) => 2 * value)]);
  });

  test('computes the gradient of gather', () => {
    const { tf } = engine;
    const rows = tf.tensor1d([2, 0, 2], 'int32');
    const gradient = tf.grad((x) =>
      tf.sum(tf.mul(tf.gather(x as Tensor2D, rows), tf.tensor2d([[1], [10], [100]]))),
    );
    expect(gradient(tf.zeros([4, 2])).arraySync()).toEqual([
      [10, 10],
      [0, 0],
      [101, 101],
      [0, 0],
    ]);
  });
});
