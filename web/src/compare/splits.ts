import type { EvaluationFactsFragment, EvaluationSplit } from '../api/operations.generated';

/** The ways to split rentals into a training part and a test part. */
export const SPLITS: Readonly<Record<EvaluationSplit, string>> = {
  GLOBAL: 'At a date',
  PER_CUSTOMER: 'Share of each customer',
  LEAVE_ONE_OUT: 'Last rental of each customer',
};

const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** Describes the split of an evaluation. */
export function describeSplit({ split, share, date }: EvaluationFactsFragment): string {
  if (split === 'LEAVE_ONE_OUT') return 'Tested on the last rental of each customer';
  const percent = `${Math.round(100 * share)} %`;
  if (split === 'PER_CUSTOMER') return `Trained on the first ${percent} of each customer's rentals`;
  return date ? `Trained on rentals before ${DAY.format(new Date(date))}` : `Trained on the first ${percent}`;
}
