import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../graph/graph';
import type { DqnProgress } from '../../recommender/policies/dqn/dqn-codec';
import {
  fitWidePart,
  type WideName,
  wideMatrix,
  MAX_DENSE_WIDE_FILMS,
} from '../../recommender/policies/dqn/wide-part';
import type { Layer } from '../../recommender/engine/feed-forward';
import { loadRentalLog } from '../../recommender/rentals/load-rental-log';
import { writeLayersModel } from './layers-model';
import { networkOf } from './network-of';
import { type KeptWeights, readWeights } from './read-weights';
import { toSafetensors } from './safetensors';

/**
 * Exports the weights of a trained policy: as safetensors if the path has this extension, otherwise as a folder with
 * a LayersModel of TensorFlow.js and policy.json (policy, version, settings and the film of each score). The slate agent
 * of DQN is left out. The wide part of DQN is fitted to the rentals in the graph and exported too, up to 6,000 films: as
 * tensors wide.NAME.weight, or as one LayersModel per linear model in the folders wide-NAME.
 * @returns the paths of the written files
 * @throws AppError POLICY_UNTRAINED
 */
export async function exportPolicy(
  graph: Graph,
  policy: string,
  { to, version }: { to: string; version: string | null },
): Promise<string[]> {
  const kept = await readWeights(graph, policy, version);
  const { network, tensors, films } = networkOf(kept);
  const progress = { ...kept.progress, films: undefined, slates: undefined };
  const about = { policy, version: kept.version, progress, films };
  const wide = films ? await readWidePart(graph, kept, films) : [];
  if (to.endsWith('.safetensors')) {
    const metadata = Object.entries(about).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    );
    const matrices = wide.map(({ name, matrix }) => ({
      name: `wide.${name}.weight`,
      shape: [films?.length ?? 0, films?.length ?? 0],
      values: matrix,
    }));
    await writeFile(to, toSafetensors([...tensors, ...matrices], Object.fromEntries(metadata)));
    return [to];
  }
  const files = await writeLayersModel(network, to);
  for (const { name, matrix } of wide) {
    const size = films?.length ?? 0;
    const layer: Layer = { inputs: size, outputs: size, weights: matrix, biases: new Float32Array(size) };
    files.push(...(await writeLayersModel({ layers: [layer] }, join(to, `wide-${name}`))));
  }
  await writeFile(join(to, 'policy.json'), JSON.stringify(about, null, 2));
  return [...files, join(to, 'policy.json')];
}

/** The matrices of the wide part, [films, films] each; none if the version has no weights for them. */
async function readWidePart(
  graph: Graph,
  { progress }: KeptWeights,
  films: readonly string[],
): Promise<{ name: WideName; matrix: Float32Array }[]> {
  const { blend, settings } = progress as DqnProgress;
  if (!blend || films.length > MAX_DENSE_WIDE_FILMS) return [];
  const { models } = await fitWidePart(await loadRentalLog(graph, films), settings);
  return models.map((model) => ({ name: model.name, matrix: wideMatrix(model, films.length) }));
}
