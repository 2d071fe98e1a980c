/** Whether a rating counts as a rental: it reaches the minimum, there is no minimum, or there is no rating. */
export const countsAsRental = ({ rating }: { readonly rating?: number }, minRating: number | null): boolean =>
  minRating === null || rating === undefined || rating >= minRating;
