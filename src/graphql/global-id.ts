/** The types whose global ids name the type. Runs and evaluations have random UUIDs, which are unique by themselves. */
const TYPES = ['Film', 'Actor', 'Category', 'Customer', 'PolicyVersion'] as const;

export type GlobalType = (typeof TYPES)[number];

/** The parts of a global id. */
export interface GlobalId {
  readonly type: GlobalType;
  /** The id within the type, such as a filmId. */
  readonly id: string;
}

/** Returns the global id of an object: base64url of its type and its own id. */
export const toGlobalId = (type: GlobalType, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64url');

/** Returns the parts of a global id; undefined if it was not created by `toGlobalId`. */
export function parseGlobalId(globalId: string): GlobalId | undefined {
  const text = Buffer.from(globalId, 'base64url').toString();
  const type = TYPES.find((known) => text.startsWith(`${known}:`));
  if (!type) return undefined;
  const id = text.slice(type.length + 1);
  return toGlobalId(type, id) === globalId ? { type, id } : undefined;
}

/** Returns the id within a type, given either that id or the global id. */
export function toLocalId(type: GlobalType, id: string): string {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.id : id;
}
