import { recommendToCustomer } from '../recommend';
import type { CustomerResolvers } from '../resolvers-types.generated';

/** Fields of Customer that the graph does not hold. */
export const Customer: Pick<CustomerResolvers, 'recommendations'> = {
  recommendations: ({ customerId }, options, context) => recommendToCustomer(customerId, options, context),
};
