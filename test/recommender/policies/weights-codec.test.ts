import { packLearner, unpackLearner } from '../../../src/recommender/policies/weights-codec';

const learner = {
  progress: { step: 3, films: ['1', '2'] },
  arrays: {
    weights: Float32Array.of(1, -0.1, 3e38, -1e-38, 0, 2 / 3),
    none: new Float32Array(0),
    biases: Float32Array.of(-7),
  },
};

describe('a packed learner', () => {
  it('is what it was, to the last bit', () => {
    expect(unpackLearner(packLearner(learner))).toEqual(learner);
  });

  it('takes half the bytes as bfloat16, and each number is the nearest that has 8 bits', () => {
    const packed = packLearner(learner, 'bfloat16');
    expect(packed.bytes).toHaveLength(packLearner(learner).bytes.length / 2);
    const { progress, arrays } = unpackLearner(packed);
    expect(progress).toEqual(learner.progress);
    expect(Object.keys(arrays)).toEqual(Object.keys(learner.arrays));
    learner.arrays.weights.forEach((number, at) => {
      expect(Math.abs(arrays.weights[at] - number)).toBeLessThanOrEqual(2 ** -9 * Math.abs(number));
    });
    expect(new Uint32Array(arrays.weights.buffer).every((bits) => bits % 2 ** 16 === 0)).toBe(true);
    const tie = Float32Array.of(1 + 2 ** -8, 1 + 3 * 2 ** -8);
    expect(unpackLearner(packLearner({ progress: {}, arrays: { tie } }, 'bfloat16')).arrays.tie).toEqual(
      Float32Array.of(1, 1 + 2 ** -6),
    );
  });

  it('is refused where bytes are missing', () => {
    const packed = packLearner(learner);
    expect(() => unpackLearner({ ...packed, bytes: packed.bytes.slice(4) })).toThrow(RangeError);
  });
});
