import type { Graph } from '../../graph/graph';
import { askSeldom } from '../ask-seldom';
import { embeddingSpace } from '../films/embedding-space';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy } from '../policy';
import type { ServedPolicy } from '../serving/policy-registry';
import type { SavedLearner } from '../policies/learner';
import { LEARNERS, type TrainablePolicy } from '../policies/trainable-policies';
import { type PackedLearner, unpackLearner } from '../policies/weights-codec';

/** Gives published versions of policies that learn. */
export interface VersionCache {
  /**
   * A version by its name, or the newest one as the graph has it now or had it a moment ago; undefined where
   * there is none that means anything for these films.
   */
  served(
    catalogue: FilmCatalogue,
    policy: TrainablePolicy,
    version?: string,
  ): Promise<ServedPolicy | undefined>;
}

const NEWEST = `
  MATCH (version:PolicyVersion {policy: $policy})
  WITH version ORDER BY version.publishedAt DESC LIMIT 1
  RETURN version.version AS version`;

const READ = `
  MATCH (version:PolicyVersion {policy: $policy, version: $version})
  RETURN version.progress AS progress, version.index AS index, version.bytes AS bytes,
    version.embedding AS embedding`;

/** Versions that are kept in memory: the promoted one, the newest, and some that were before. */
const CAPACITY = 4;

interface ReadVersion {
  readonly weights: SavedLearner;
  /** The node2vec space that it learned in. */
  readonly embedding: string;
  readonly policies: WeakMap<FilmCatalogue, Policy>;
}

/** Reads versions when they are first asked for, and finds out every two seconds at the most which is the newest. */
export function createVersionCache(graph: Graph): VersionCache {
  const versions = new Map<string, Promise<ReadVersion | undefined>>();
  const newest = new Map<TrainablePolicy, () => Promise<string | undefined>>();

  const newestOf = (policy: TrainablePolicy): Promise<string | undefined> => {
    const ask =
      newest.get(policy) ??
      askSeldom(async () => (await graph.read<{ version: string }>(NEWEST, { policy }))[0]?.version);
    newest.set(policy, ask);
    return ask();
  };

  const read = (policy: TrainablePolicy, version: string): Promise<ReadVersion | undefined> => {
    const key = `${policy} ${version}`;
    const reading = versions.get(key) ?? readVersion(graph, policy, version);
    versions.delete(key);
    versions.set(key, reading);
    reading.then(
      (found) => found ?? versions.delete(key),
      () => versions.delete(key),
    );
    for (const [oldest] of versions) if (versions.size > CAPACITY) versions.delete(oldest);
    return reading;
  };

  return {
    served: async (catalogue, policy, name) => {
      const version = name ?? (await newestOf(policy));
      const found = version && (await read(policy, version));
      if (!found) return undefined;
      const kind = LEARNERS[policy];
      if (kind.needsEmbeddings && found.embedding !== embeddingSpace(catalogue)) return undefined;
      const answering = found.policies.get(catalogue) ?? kind.serve(found.weights, catalogue);
      found.policies.set(catalogue, answering);
      return { policy: answering, version };
    },
  };
}

async function readVersion(
  graph: Graph,
  policy: TrainablePolicy,
  version: string,
): Promise<ReadVersion | undefined> {
  const [row] = await graph.read<PackedLearner & { embedding: string }>(READ, { policy, version });
  return row && { weights: unpackLearner(row), embedding: row.embedding, policies: new WeakMap() };
}
