import { hydrate } from '../hydrate';
import type { ReasonResolvers } from '../resolvers-types.generated';

/** Reason.rented, Reason.actor and Reason.category */
export const Reason: ReasonResolvers = {
  rented: ({ rented }, _arguments, context, info) => hydrate('filmId', rented, context, info),
  actor: ({ actor }, _arguments, context, info) => actor && hydrate('actorId', actor, context, info),
  category: ({ category }, _arguments, context, info) =>
    category && hydrate('categoryId', category, context, info),
};
