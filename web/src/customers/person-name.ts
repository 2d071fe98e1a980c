/** The full name of a person, or `fallback` if the name is missing. */
export const personName = (
  person: { firstName?: string | null; lastName?: string | null },
  fallback = '',
): string => [person.firstName, person.lastName].filter(Boolean).join(' ') || fallback;
