import { packLearner, unpackLearner } from '../../../src/recommender/policies/weights-codec';

const learner = {
  progress: { step: 3, films: ['1', '2'] },
  arrays: {
    weights: Float32Array.of(1, -0.1, 3e38, -1e-38, 0, 2 / 3),
    none: new Float32Array(0),
    biases: Float32Array.of(-7),
  },
};

describe('packLearner and unpackLearner', () => {
  it('restore every bit of float32', () => {
    expect(unpackLearner(packLearner(learner))).toEqual(learner);
  });

  it('round to the nearest bfloat16 in half the bytes', () => {
    const packed = packLearner(learner, 'bfloat16');
    expect(packed.bytes).toHaveLength(packLearner(learner).bytes.length / 2);
    const { progress, arrays } = unpackLearner(packed);
    expect(progress).toEqual(learner.progress);
    expect(Object.keys(arrays)).toEqual(Object.keys(learner.arrays));
    learner.arrays.weights.forEach((number, index) => {
      expect(Math.abs(arrays.weights[index] - number)).toBeLessThanOrEqual(2 ** -9 * Math.abs(number));
    });
    expect(new Uint32Array(arrays.weights.buffer).every((bits) => bits % 2 ** 16 === 0)).toBe(true);
    const tie = Float32Array.of(1 + 2 ** -8, 1 + 3 * 2 ** -8);
    expect(unpackLearner(packLearner({ progress: {}, arrays: { tie } }, 'bfloat16')).arrays.tie).toEqual(
      Float32Array.of(1, 1 + 2 ** -6),
    );
  });

  const packed = packLearner(learner);
  const flipped = packed.bytes.slice();
  flipped[3] ^= 0x7f;
  const nan = new Int8Array(Float32Array.from({ length: packed.bytes.length / 4 }, () => NaN).buffer);

  it.each([
    ['a flipped byte', { bytes: flipped }, /SHA-256/],
    ['zeros', { bytes: new Int8Array(packed.bytes.length) }, /SHA-256/],
    ['other progress', { progress: '{"format":99}' }, /SHA-256/],
    ['another index', { index: '[["nonsense",7]]' }, /SHA-256/],
    ['missing bytes', { bytes: undefined as never }, /bytes are missing/],
    ['text for bytes', { bytes: 'abc' as never }, /bytes are missing/],
    ['cut bytes without a hash', { bytes: packed.bytes.slice(4), sha256: null }, /describes 28/],
    ['NaN without a hash', { bytes: nan, sha256: null }, /contains NaN or Infinity/],
    ['broken JSON without a hash', { progress: '{', sha256: null }, /JSON/],
  ])('refuse %s', (_damage, change, message) => {
    expect(() => unpackLearner({ ...packed, ...change })).toThrow(message);
  });
});
