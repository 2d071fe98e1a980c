import { fromSafetensors, type Tensor, toSafetensors } from '../../src/commands/export/safetensors';
import { policyFromTensors } from '../../src/commands/policy-from-tensors';
import { readPublished } from '../../src/recommender/policies/dqn/dqn-codec';
import { createDqnPolicy } from '../../src/recommender/policies/dqn/dqn-policy';
import { DQN_SETTINGS } from '../../src/recommender/policies/dqn/dqn-settings';
import { createRandom } from '../../src/random';

const random = createRandom(1);
const tensor = (name: string, ...shape: number[]): Tensor => ({
  name,
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, random.normal),
});
const tensors = [
  tensor('films.weight', 3, 2),
  tensor('films.bias', 3),
  tensor('linear.weight', 4, 2),
  tensor('layers.0.weight', 4, 5),
  tensor('layers.0.bias', 5),
  tensor('layers.1.weight', 5, 2),
  tensor('layers.1.bias', 2),
];
const settings = { decays: [0, 0.5], hidden: [5] };
const metadata = {
  policy: 'DQN',
  films: JSON.stringify(['a', 'b', 'c']),
  settings: JSON.stringify(settings),
};
const parse = (changed: readonly Tensor[], data: Record<string, string> = metadata) =>
  policyFromTensors(fromSafetensors(toSafetensors(changed, data)));
const without = (name: string) => tensors.filter((known) => known.name !== name);

describe('weights that were trained elsewhere', () => {
  it('give the same scores as the network with these tensors', () => {
    const { progress, arrays } = parse(tensors);
    expect(progress).toMatchObject({
      films: ['a', 'b', 'c'],
      dimension: 2,
      settings: { ...DQN_SETTINGS, ...settings },
    });
    const { network } = readPublished(arrays);
    const [films, biases, linear, ...layers] = tensors.map(({ values }) => values);
    expect(network).toEqual({
      films,
      biases,
      linear,
      weights: [layers[0], layers[2]],
      layerBiases: [layers[1], layers[3]],
    });
    const [scores] = createDqnPolicy(network, { ...DQN_SETTINGS, ...settings }).score([Int32Array.of(0, 2)]);
    expect(scores.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['a missing tensor', without('films.bias'), metadata, 'films.bias is missing, expected [3]'],
    [
      'another shape',
      [...without('layers.0.weight'), tensor('layers.0.weight', 5, 4)],
      metadata,
      'layers.0.weight has the shape [5, 4], expected [4, 5]',
    ],
    [
      'a number that is not finite',
      [...without('films.bias'), { name: 'films.bias', shape: [3], values: Float32Array.of(1, NaN, 1) }],
      metadata,
      'films.bias contains NaN or Infinity',
    ],
    ['no films', tensors, { policy: 'DQN' }, 'the metadata has no films'],
    ['films that are no list', tensors, { ...metadata, films: '{}' }, 'films of the metadata is invalid'],
    [
      'invalid settings',
      tensors,
      { ...metadata, settings: '{"decays":[2]}' },
      'settings of the metadata is invalid',
    ],
    ['another policy', tensors, { ...metadata, policy: 'TUTORIAL' }, 'only DQN can be imported'],
  ])('are rejected for %s', (_case, changed, data, message) => {
    expect(() => parse(changed, data)).toThrow(message);
  });

  it.each([
    ['ends within its header', (file: Uint8Array) => file.subarray(0, 20), 'ends within its header'],
    ['ends within its values', (file: Uint8Array) => file.subarray(0, -4), 'needs 8 bytes; the file has 4'],
  ])('are rejected if the file %s', (_case, cut, message) => {
    expect(() => fromSafetensors(cut(toSafetensors(tensors, metadata)))).toThrow(message);
  });
});
