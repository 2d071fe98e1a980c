/**
 * How long the training lease lasts in tests: longer than by default, so that a slow machine does not interrupt their
 * runs. Tests that need a lease to expire change it in the graph.
 */
export const LEASE_MS = 120_000;
