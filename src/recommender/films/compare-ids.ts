const collator = new Intl.Collator('en', { numeric: true });

/** Compares ids. Defines the order in which films and customers are numbered: 9 before 10, and A9 before A10. */
export const compareIds = (a: string, b: string): number =>
  collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
