import neo4j, { type Config, type Driver } from 'neo4j-driver';

/** The address of a graph and the user that opens it. */
export interface GraphAddress {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

/** How long a statement waits for a connection. */
export const ACQUISITION_TIMEOUT_MS = 5_000;

const CONNECTION: Config = {
  connectionTimeout: 4_000,
  connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
  // A connection that was idle for longer is checked before it is used.
  connectionLivenessCheckTimeout: 1_000,
  maxTransactionRetryTime: 2_000,
  userAgent: 'reelgraph',
};

/** Creates a driver for a graph; it connects with the first statement. */
export const openDriver = ({ uri, username, password }: GraphAddress, config: Config = {}): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), { ...CONNECTION, ...config });
