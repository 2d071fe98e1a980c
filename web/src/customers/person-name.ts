/** The name of a person whose store may not say one. */
export const personName = (
  person: { firstName?: string | null; lastName?: string | null },
  otherwise = '',
): string => [person.firstName, person.lastName].filter(Boolean).join(' ') || otherwise;
