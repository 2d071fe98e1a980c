import type { Role } from '../api/operations.generated';

/** What a role may do in the dashboard. The server enforces the same rules. */
export interface Permissions {
  /** See customers: all of them, or oneself as a customer. */
  customers: boolean;
  /** See names of customers. */
  names: boolean;
  /** See training runs, evaluations, versions and the state of the system. */
  runs: boolean;
  /** Train, evaluate, promote and write embeddings. */
  train: boolean;
}

export const PERMISSIONS: Readonly<Record<Role, Permissions>> = {
  ANONYMOUS: { customers: false, names: false, runs: false, train: false },
  CUSTOMER: { customers: true, names: true, runs: false, train: false },
  ANALYST: { customers: true, names: false, runs: true, train: false },
  TRAINER: { customers: true, names: false, runs: true, train: true },
  ADMIN: { customers: true, names: true, runs: true, train: true },
};

/** Display names of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  ANONYMOUS: 'not signed in',
  CUSTOMER: 'customer',
  ANALYST: 'analyst',
  TRAINER: 'trainer',
  ADMIN: 'admin',
};

/** The roles that have a permission, for messages: "analyst, trainer or admin". */
export function rolesWith(permission: keyof Permissions): string {
  const names = (Object.keys(PERMISSIONS) as Role[])
    .filter((role) => PERMISSIONS[role][permission])
    .map((role) => ROLE_NAMES[role]);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
