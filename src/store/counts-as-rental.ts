/** Whether a rating counts as a rental: if it reaches the minimum, if there is no minimum, or if there is no rating. */
export const countsAsRental = ({ rating }: { readonly rating?: number }, minRating: number | null): boolean =>
  minRating === null || rating === undefined || rating >= minRating;
