import type { QueryResolvers, Role } from '../resolvers-types.generated';

/** Query.viewer */
export const viewer: QueryResolvers['viewer'] = (_root, _arguments, context) => ({
  role: context.viewer.role.toUpperCase() as Role,
  customerId: context.viewer.role === 'customer' ? context.viewer.customerId : null,
});
