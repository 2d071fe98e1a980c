import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { askSeldom } from '../ask-seldom';
import { DEFAULT_POLICY, type PolicyName } from '../policy';
import { TRAINABLE } from '../policies/trainable-policies';
import { type PolicyVersion, readPolicyVersions, requirePolicyVersion } from './policy-versions';
import { requireBetter } from './require-better';

/** That a policy answers where none is asked for, from a moment on. */
export interface Promotion {
  readonly policy: PolicyName;
  /** Null: the policy as it is fitted to the rentals or, for TUTORIAL, as it was trained last. */
  readonly version: string | null;
  /** The share of a list that is given to chance, 0 to 1. */
  readonly exploration: number;
  /** ISO 8601. */
  readonly promotedAt: string;
}

/** What to promote. */
export interface PromotionOrder {
  readonly policy: PolicyName;
  /** Left out: of DQN the newest one; of any other policy none in particular. */
  readonly version?: string | null;
  readonly exploration: number;
  /** Promote it even where nothing shows that it is better. */
  readonly force: boolean;
}

/** Knows which policy answers, and changes it. */
export interface Promotions {
  /** The newest promotion, as the graph has it now or had it a moment ago; undefined where there was none. */
  current(): Promise<Promotion | undefined>;
  /** The newest promotions, the newest first. */
  newest(first: number): Promise<Promotion[]>;
  /** @throws AppError BAD_USER_INPUT where it does not beat the current one, NOT_FOUND, POLICY_UNTRAINED */
  promote(order: PromotionOrder): Promise<{ promotion: Promotion; previous: Promotion | null }>;
}

const SHOWN =
  'promotion {.policy, .version, .exploration, promotedAt: toString(promotion.promotedAt)} AS promotion';

const NEWEST = `
  MATCH (promotion:Promotion)
  WITH promotion ORDER BY promotion.promotedAt DESC LIMIT toInteger($first)
  RETURN ${SHOWN}`;

/** The run's lock keeps a publication from replacing the version meanwhile. */
const KEEP_VERSION = `
  MATCH (run:TrainingRun {runID: $run})
  SET run.lookedAt = timestamp()
  WITH run
  MATCH (run)-[:PUBLISHED]->(version:PolicyVersion {policy: $policy, version: $version})
  SET version.promotedAt = datetime.realtime()
  RETURN version.version AS version`;

/** Under an id of its own, because a write whose answer got lost is done again. */
const PROMOTE = `
  MERGE (promotion:Promotion {promotionID: $id})
  ON CREATE SET promotion.policy = $policy, promotion.version = $version, promotion.exploration = $exploration,
    promotion.promotedAt = datetime.realtime()
  RETURN ${SHOWN}`;

export function createPromotions(graph: Graph): Promotions {
  const newest = async (first: number) =>
    (await graph.read<{ promotion: Promotion }>(NEWEST, { first })).map(({ promotion }) => promotion);
  const askedSeldom = askSeldom(async () => (await newest(1)).at(0));
  /** This process need not ask for what it promoted itself. */
  let own: Promotion | undefined;

  const write = (order: PromotionOrder, version: PolicyVersion | undefined): Promise<Promotion> => {
    const parameters = { ...order, id: randomUUID(), version: version?.version ?? null, run: version?.run };
    return graph.transaction(async (run) => {
      const kept = version && (await run(KEEP_VERSION, parameters));
      if (kept?.length === 0) throw replaced(parameters.version);
      return (await run<{ promotion: Promotion }>(PROMOTE, parameters))[0].promotion;
    });
  };

  return {
    current: async () => {
      const asked = await askedSeldom();
      const isOwn = own && (!asked || Date.parse(own.promotedAt) > Date.parse(asked.promotedAt));
      return isOwn ? own : asked;
    },
    newest,
    promote: async (order) => {
      const { policy, exploration, force } = order;
      if (!(exploration >= 0 && exploration <= 1)) {
        throw new AppError('BAD_USER_INPUT', `exploration is ${exploration}; it takes a number from 0 to 1.`);
      }
      const version = await chooseVersion(graph, order);
      const [previous = null] = await newest(1);
      if (!force) await requireBetter(graph, { policy, version }, await candidateOf(graph, previous));
      const promotion = await write(order, version);
      own = promotion;
      return { promotion, previous };
    },
  };
}

async function chooseVersion(
  graph: Graph,
  { policy, version }: PromotionOrder,
): Promise<PolicyVersion | undefined> {
  const learns = TRAINABLE.some((known) => known === policy);
  if (version && !learns) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${policy} is fitted to the rentals and has no versions: leave version out.`,
    );
  }
  if (version) return requirePolicyVersion(graph, policy, version);
  if (!learns || policy === 'TUTORIAL') return undefined;
  const [newest] = await readPolicyVersions(graph, 1, policy);
  if (newest) return newest;
  throw new AppError(
    'POLICY_UNTRAINED',
    `${policy} has no version yet. Run the mutation startTraining or the command reelgraph train.`,
  );
}

/** What answers now; before any promotion that is the default policy. */
async function candidateOf(graph: Graph, promotion: Promotion | null) {
  if (!promotion) return { policy: DEFAULT_POLICY };
  const { policy, version } = promotion;
  return {
    policy,
    version: version === null ? undefined : await requirePolicyVersion(graph, policy, version),
  };
}

const replaced = (version: string | null) =>
  new AppError(
    'NOT_FOUND',
    `The run has just replaced the version ${version}. Ask policyVersions for the newest.`,
  );
