import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../graph/graph';
import { writeLayersModel } from './layers-model';
import { networkOf } from './network-of';
import { readWeights } from './read-weights';
import { toSafetensors } from './safetensors';

/**
 * Exports the weights of a trained policy: as safetensors if the path has this extension, otherwise as a folder with
 * a LayersModel of TensorFlow.js and policy.json (policy, version, settings and the film of each score).
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
  const about = { policy, version: kept.version, progress: { ...kept.progress, films: undefined }, films };
  if (to.endsWith('.safetensors')) {
    const metadata = Object.entries(about).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    );
    await writeFile(to, toSafetensors(tensors, Object.fromEntries(metadata)));
    return [to];
  }
  const files = await writeLayersModel(network, to);
  await writeFile(join(to, 'policy.json'), JSON.stringify(about, null, 2));
  return [...files, join(to, 'policy.json')];
}
