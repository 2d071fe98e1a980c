import { fillFilm } from '../fill-film';
import { hydrate } from '../hydrate';
import type { Loaders } from '../loaders';
import type {
  MutationResolvers,
  RecordRatingPayloadResolvers,
  RecordRentalPayloadResolvers,
} from '../resolvers-types.generated';

/** Mutation.recordRental */
export const recordRental: MutationResolvers['recordRental'] = async (
  _root,
  { input: { at, recommendationList, ...input } },
  { recommender, loaders },
) => {
  const recorded = await recommender.recordRental({
    ...input,
    at: at == null ? undefined : Date.parse(at),
    recommendationList: recommendationList ?? undefined,
  });
  forget(loaders, recorded.customer);
  return recorded;
};

export const RecordRentalPayload: RecordRentalPayloadResolvers = {
  customer: ({ customer }, _arguments, context, info) => hydrate('customerId', customer, context, info),
  film: ({ film }, _arguments, context, info) => fillFilm(film, context, info),
  at: ({ at }) => new Date(at).toISOString(),
};

/** Mutation.recordRating */
export const recordRating: MutationResolvers['recordRating'] = async (
  _root,
  { input },
  { recommender, loaders },
) => {
  const recorded = await recommender.recordRating(input);
  forget(loaders, recorded.customer);
  return recorded;
};

export const RecordRatingPayload: RecordRatingPayloadResolvers = {
  customer: ({ customer }, _arguments, context, info) => hydrate('customerId', customer, context, info),
  film: ({ film }, _arguments, context, info) => fillFilm(film, context, info),
};

/** Makes later fields of the same document read the customer's rentals again. */
function forget({ histories, visits }: Loaders, customer: string): void {
  histories.clear(customer);
  visits.clear(customer);
}
