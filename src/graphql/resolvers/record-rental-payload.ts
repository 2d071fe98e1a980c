import { hydrate } from '../hydrate';
import type { RecordRentalPayloadResolvers } from '../resolvers-types.generated';

/** RecordRentalPayload.customer, film and at */
export const RecordRentalPayload: RecordRentalPayloadResolvers = {
  customer: ({ customer }, _arguments, context, info) => hydrate('customerId', customer, context, info),
  film: ({ film }, _arguments, context, info) => hydrate('filmId', film, context, info),
  at: ({ at }) => new Date(at).toISOString(),
};
