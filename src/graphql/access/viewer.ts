/** What a caller may be. Without a token a caller is anonymous. */
export const ROLES = ['anonymous', 'customer', 'analyst', 'trainer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a role, and for a customer which one. */
export type Viewer =
  { readonly role: 'customer'; readonly customerId: string } | { readonly role: Exclude<Role, 'customer'> };

/** Whoever sends no token. */
export const ANONYMOUS: Viewer = { role: 'anonymous' };

/** Whoever may do everything. */
export const ADMIN: Viewer = { role: 'admin' };
