import type { QueryResolvers } from '../resolvers-types.generated';
import { recommendToCustomer } from '../recommend';

/** Query.recommendations */
export const recommendations: QueryResolvers['recommendations'] = (
  _root,
  { customer, ...options },
  context,
) => recommendToCustomer(customer, options, context);
