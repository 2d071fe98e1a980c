/** Nodes that are filled in by one statement at the most; no page of recommendations has more of one kind. */
export const HYDRATED_AT_ONCE = 2_000;
