/** The roles of viewers. A viewer without a token is anonymous. */
export const ROLES = ['anonymous', 'customer', 'analyst', 'trainer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The user or program that sends a request. */
export type Viewer =
  { readonly role: 'customer'; readonly customerId: string } | { readonly role: Exclude<Role, 'customer'> };

export const ANONYMOUS: Viewer = { role: 'anonymous' };
export const ADMIN: Viewer = { role: 'admin' };
