import { AppError } from '../../app-error';
import { TRAINABLE } from '../../recommender/policies/policy';
import { filmNotFound } from '../../recommender/films/film-repository';
import { customerNotFound } from '../../recommender/rentals/rental-repository';
import { readPolicyVersion } from '../../recommender/versions/version-repository';
import { requireRole } from '../access/require-access';
import type { Context } from '../context';
import { fillFilm } from '../fill-film';
import { type GlobalType, parseGlobalId, toGlobalId, toLocalId } from '../global-id';
import { hydrate } from '../hydrate';
import type {
  ActorResolvers,
  CategoryResolvers,
  NodeResolvers,
  PolicyVersionResolvers,
  QueryResolvers,
} from '../resolvers-types.generated';

type NodeType = GlobalType | 'TrainingRun' | 'Evaluation';

/** The ids of runs and evaluations are random and do not contain their type. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const ID_FIELDS = {
  Film: 'filmId',
  Actor: 'actorId',
  Category: 'categoryId',
  Customer: 'customerId',
} as const;

const SEARCHED = { FILM: 'Film', ACTOR: 'Actor' } as const;

/** The types of the objects that `node` found. */
const types = new WeakMap<object, NodeType>();

/** Query.node */
const node: QueryResolvers['node'] = async (_root, { id }, context, info) => {
  const parsed = parseGlobalId(id);
  const candidates: NodeType[] = parsed ? [parsed.type] : UUID.test(id) ? ['TrainingRun', 'Evaluation'] : [];
  if (candidates.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `Invalid id ${JSON.stringify(id.slice(0, 100))}: expected the id of an object of this API, such as { films { id } }.`,
    );
  }
  for (const type of candidates) {
    requireRole(context.viewer, type, 'id');
    const found = await find(type, parsed?.id ?? id, context, info);
    if (found) {
      types.set(found, type);
      return found;
    }
  }
  return null;
};

/** Query.search */
const search: QueryResolvers['search'] = async (_root, request, context, info) => {
  const hits = await context.recommender.search(request);
  const found = await Promise.all(hits.map(({ type, id }) => find(SEARCHED[type], id, context, info)));
  return found.filter((hit, index) => {
    // Leaves out films and actors that were deleted in the meantime.
    if (hit) types.set(hit, SEARCHED[hits[index].type]);
    return hit !== null;
  });
};

function find(
  type: NodeType,
  id: string,
  context: Context,
  info: Parameters<typeof hydrate>[3],
): ReturnType<typeof hydrate> {
  const { recommender } = context;
  if (type === 'TrainingRun') return recommender.runs.find(id).catch(nullIfMissing);
  if (type === 'Evaluation') return recommender.evaluations.find(id).catch(nullIfMissing);
  if (type === 'PolicyVersion') {
    const policy = TRAINABLE.find((name) => id.startsWith(`${name}:`));
    return policy
      ? readPolicyVersion(recommender.graph, policy, id.slice(policy.length + 1))
      : Promise.resolve(null);
  }
  return hydrate(ID_FIELDS[type], id, context, info);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
  throw error;
}

/** Resolvers of the interface Node, which @neo4j/graphql does not accept. */
export const nodeResolvers = {
  Query: { node, search },
  Node: {
    __resolveType: (found: object) => types.get(found) as NodeType,
  } satisfies NodeResolvers,
};

/** Query.film */
export const film: QueryResolvers['film'] = async (_root, { id }, context, info) => {
  const filmId = toLocalId('Film', id);
  const found = await fillFilm(filmId, context, info);
  if (!found) throw filmNotFound(filmId);
  return found;
};

/** Query.customer */
export const customer: QueryResolvers['customer'] = async (_root, { id }, context, info) => {
  const customerId = toLocalId('Customer', id);
  const found = await hydrate('customerId', customerId, context, info);
  if (!found) throw customerNotFound(customerId);
  return found;
};

export const Actor: Pick<ActorResolvers, 'id'> = { id: ({ actorId }) => toGlobalId('Actor', actorId) };

export const Category: Pick<CategoryResolvers, 'id'> = {
  id: ({ categoryId }) => toGlobalId('Category', categoryId),
};

export const PolicyVersion: Pick<PolicyVersionResolvers, 'id'> = {
  id: ({ policy, version }) => toGlobalId('PolicyVersion', `${policy}:${version}`),
};
