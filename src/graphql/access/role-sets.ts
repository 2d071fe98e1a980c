import { type Role, ROLES } from './viewer';

export const EVERYONE: readonly Role[] = ROLES;
/** Customers see only their own node: @authorization in schema.graphql filters the others. */
export const CUSTOMERS: readonly Role[] = ['customer', 'analyst', 'trainer', 'admin'];
/** Only customers (their own name) and admins may read names. */
export const NAMES: readonly Role[] = ['customer', 'admin'];
export const ANALYSTS: readonly Role[] = ['analyst', 'trainer', 'admin'];
export const TRAINERS: readonly Role[] = ['trainer', 'admin'];
