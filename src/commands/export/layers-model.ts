import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { io } from '@tensorflow/tfjs-core';
import { loadEngine } from '../../recommender/engine/load-engine';
import type { Layer } from '../../recommender/engine/feed-forward';

/** A network of dense layers with relu between them, an optional linear path, and an optional layer of films. */
export interface Network {
  readonly layers: readonly Layer[];
  /** Added to the output of the layers: input · linear, [inputs, outputs]. */
  readonly linear?: Float32Array;
  /** Maps the sum to a score per film: vectors [films, outputs] and biases [films]. */
  readonly films?: { readonly vectors: Float32Array; readonly biases: Float32Array };
}

/** Writes a network as a LayersModel of TensorFlow.js, a folder with model.json and weights.bin. */
export async function writeLayersModel(network: Network, folder: string): Promise<string[]> {
  const model = await build(network);
  const { modelTopology, weightSpecs, weightData } = await artifactsOf(model);
  model.dispose();
  const json = {
    format: 'layers-model',
    generatedBy: 'reelgraph',
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  };
  const files = [join(folder, 'model.json'), join(folder, 'weights.bin')];
  await mkdir(folder, { recursive: true });
  await writeFile(files[0], JSON.stringify(json));
  await writeFile(files[1], new Uint8Array(weightData as ArrayBuffer));
  return files;
}

async function artifactsOf(model: LayersModel): Promise<io.ModelArtifacts> {
  const { tf } = await loadEngine('cpu');
  return new Promise((resolve, reject) => {
    const handler = tf.io.withSaveHandler(async (artifacts) => {
      resolve(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    });
    model.save(handler).catch(reject);
  });
}

async function build({ layers, linear, films }: Network): Promise<LayersModel> {
  const { tf } = await loadEngine('cpu');
  const { input, layers: kinds, model } = await import('../../recommender/engine/tfjs-layers.js');
  const dense = (
    from: SymbolicTensor,
    name: string,
    kernel: [number, number],
    arrays: Float32Array[],
    relu = false,
  ) => {
    const layer = kinds.dense({
      name,
      units: kernel[1],
      useBias: arrays.length > 1,
      kernelInitializer: 'zeros',
      activation: relu ? 'relu' : 'linear',
    });
    const output = layer.apply(from) as SymbolicTensor;
    layer.setWeights(arrays.map((array, i) => tf.tensor(array, i === 0 ? kernel : [kernel[1]])));
    return output;
  };
  const state = input({ shape: [layers[0].inputs], name: 'state' });
  let action = layers.reduce(
    (from, { inputs, outputs, weights, biases }, i) =>
      dense(from, `layer_${i}`, [inputs, outputs], [weights, biases], i < layers.length - 1),
    state,
  );
  const { outputs } = layers[layers.length - 1];
  if (linear) {
    const straight = dense(state, 'linear', [layers[0].inputs, outputs], [linear]);
    action = kinds.add({ name: 'action' }).apply([action, straight]) as SymbolicTensor;
  }
  if (films) {
    const count = films.biases.length;
    const kernel = transpose(films.vectors, count, outputs);
    action = dense(action, 'films', [outputs, count], [kernel, films.biases]);
  }
  return model({ inputs: state, outputs: action });
}

/** [rows, columns] → [columns, rows] */
function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: matrix.length },
    (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)],
  );
}
