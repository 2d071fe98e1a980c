/** Tells the operator of what went wrong behind the answers. */
export type WarnOperator = (message: string, cause: unknown) => void;
