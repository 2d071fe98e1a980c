import { LRUCache } from 'lru-cache';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import type { FilmCatalogue } from '../films/film-catalogue';
import type { Policy, ServedPolicy, TrainablePolicy } from '../policies/policy';
import type { SavedLearner } from '../policies/learner';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { RentalLog } from '../rentals/rental-log';
import { LEARNERS } from '../policies/learners';
import { unpackLearner } from '../policies/weights-codec';
import { readPackedWeights, readPolicyVersions } from './version-repository';

/** Loads published versions of policies that learn, and caches some of them. */
export interface VersionCache {
  /**
   * Returns a version for a catalogue; undefined if it does not exist, or was trained on other embeddings that it needs.
   * @throws DamagedVersion
   */
  find(catalogue: FilmCatalogue, policy: TrainablePolicy, version: string): Promise<ServedPolicy | undefined>;
  /**
   * Like `find`, but fits the policy's fitted parts to the given rentals only, for a comparison. Not cached.
   * @throws DamagedVersion
   */
  findFor(
    catalogue: FilmCatalogue,
    policy: TrainablePolicy,
    version: string,
    log: RentalLog,
  ): Promise<Policy | undefined>;
  /** Returns the newest version that can be served, at most `ttlMs` old; damaged versions are logged and skipped. */
  newest(catalogue: FilmCatalogue, policy: TrainablePolicy): Promise<ServedPolicy | undefined>;
  /** Reads the newest versions again at the next request. */
  refresh(): void;
}

/** A version whose weights cannot be served. */
export class DamagedVersion extends AppError {
  constructor(policy: string, version: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      'POLICY_UNTRAINED',
      `The weights of ${policy} ${version} are damaged: ${reason} Promote another version, or train again.`,
      { cause },
    );
  }
}

/** Max number of cached versions: the promoted one, the newest, and a few that were requested by name. */
const MAX_VERSIONS = 4;
/** Number of versions to try before the policy counts as untrained. */
const MAX_TRIED = 5;

/** A version that was read. Failures are also cached, so that each is logged only once. */
type LoadedVersion =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly error: DamagedVersion }
  | {
      readonly kind: 'loaded';
      readonly weights: SavedLearner;
      /** The node2vec embedding space that it was trained in. */
      readonly embedding: string;
      /** The policy, or why it is missing, for each catalogue that it was requested for. */
      readonly policies: WeakMap<FilmCatalogue, Promise<Policy | DamagedVersion>>;
    };

/** Creates the cache. Versions are read on first use. */
export function createVersionCache(graph: Graph, logger: Logger, ttlMs: number): VersionCache {
  const versions = new LRUCache<string, LoadedVersion, [TrainablePolicy, string]>({
    max: MAX_VERSIONS,
    fetchMethod: async (_key, _stale, { context: [policy, version], options }) => {
      const loaded = await readVersion(graph, policy, version);
      if (loaded.kind === 'missing') options.ttl = ttlMs;
      if (loaded.kind === 'damaged') report(policy, version, loaded.error);
      return loaded;
    },
  });
  const newest = new LRUCache<TrainablePolicy, string[]>({
    max: Object.keys(LEARNERS).length,
    ttl: ttlMs,
    fetchMethod: async (policy) =>
      (await readPolicyVersions(graph, MAX_TRIED, policy)).map(({ version }) => version),
  });

  const logs = createLogReader(graph);
  const report = (policy: TrainablePolicy, version: string, err: DamagedVersion) =>
    logger.error({ err, policy, version }, 'Policy version is damaged; it will not be served');

  const load = async (catalogue: FilmCatalogue, policy: TrainablePolicy, version: string) => {
    const loaded = await versions.forceFetch(`${policy} ${version}`, { context: [policy, version] });
    if (loaded.kind === 'missing') return undefined;
    if (loaded.kind === 'damaged') throw loaded.error;
    if (LEARNERS[policy].needsEmbeddings && loaded.embedding !== catalogue.space) return undefined;
    return loaded;
  };

  const find: VersionCache['find'] = async (catalogue, policy, version) => {
    const loaded = await load(catalogue, policy, version);
    if (!loaded) return undefined;
    let serving = loaded.policies.get(catalogue);
    if (!serving) {
      serving = serve(policy, version, loaded.weights, catalogue, () => logs(catalogue, loaded.weights));
      loaded.policies.set(catalogue, serving);
      serving.then(
        (result) => result instanceof DamagedVersion && report(policy, version, result),
        () => loaded.policies.delete(catalogue),
      );
    }
    const served = await serving;
    if (served instanceof DamagedVersion) throw served;
    return { policy: served, version };
  };

  return {
    find,
    findFor: async (catalogue, policy, version, log) => {
      const loaded = await load(catalogue, policy, version);
      if (!loaded) return undefined;
      const served = await serve(policy, version, loaded.weights, catalogue, async () => log);
      if (served instanceof DamagedVersion) throw served;
      return served;
    },
    refresh: () => newest.clear(),
    newest: async (catalogue, policy) => {
      for (const version of await newest.forceFetch(policy)) {
        try {
          const served = await find(catalogue, policy, version);
          if (served) return served;
        } catch (error) {
          // The failure was logged when the version was read.
          if (!(error instanceof DamagedVersion)) throw error;
        }
      }
      return undefined;
    },
  };
}

async function readVersion(graph: Graph, policy: TrainablePolicy, version: string): Promise<LoadedVersion> {
  const packed = await readPackedWeights(graph, policy, version);
  if (!packed) return { kind: 'missing' };
  try {
    const weights = unpackLearner(packed);
    return { kind: 'loaded', weights, embedding: packed.embedding, policies: new WeakMap() };
  } catch (error) {
    return { kind: 'damaged', error: new DamagedVersion(policy, version, error) };
  }
}

/** Reads the rentals that policies are fitted to. Versions that were trained on the same rentals share the same log. */
type ReadLog = (catalogue: FilmCatalogue, weights: SavedLearner) => Promise<RentalLog>;

function createLogReader(graph: Graph): ReadLog {
  const logs = new WeakMap<FilmCatalogue, { rentals: number | undefined; log: Promise<RentalLog> }>();
  return (catalogue, { progress }) => {
    const { rentals } = progress as { rentals?: number };
    const known = logs.get(catalogue);
    if (known && known.rentals === rentals) return known.log;
    const log = loadRentalLog(graph, catalogue.films);
    logs.set(catalogue, { rentals, log });
    // Failures are not cached. The caller handles them.
    log.catch(() => logs.delete(catalogue));
    return log;
  };
}

/** Creates the policy and scores an empty history, which verifies the shapes of the weights. */
async function serve(
  name: TrainablePolicy,
  version: string,
  weights: SavedLearner,
  catalogue: FilmCatalogue,
  readLog: () => Promise<RentalLog>,
): Promise<Policy | DamagedVersion> {
  const { needsLog } = LEARNERS[name];
  const log = needsLog ? await readLog() : undefined;
  try {
    const policy = await LEARNERS[name].serve(weights, catalogue, { log, inWorker: true });
    const [scores] = policy.score([new Int32Array()]);
    if (scores.length === catalogue.films.length && !scores.some(Number.isNaN)) return policy;
    return new DamagedVersion(name, version, new RangeError('The shapes of the weights do not match.'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    return new DamagedVersion(name, version, error);
  }
}
