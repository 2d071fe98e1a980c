import neo4j, { type Config, type Driver } from 'neo4j-driver';

/** The address of a graph and its credentials. */
export interface GraphAddress {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

/** Max number of connections, and therefore of concurrent statements. */
export const MAX_CONNECTIONS = 100;

const CONNECTION: Config = {
  connectionTimeout: 4_000,
  connectionAcquisitionTimeout: 5_000,
  maxConnectionPoolSize: MAX_CONNECTIONS,
  // A connection is checked before use if it was idle for longer.
  connectionLivenessCheckTimeout: 1_000,
  userAgent: 'reelgraph',
};

/** Creates a driver for a graph. It connects when the first statement is sent. */
export const openDriver = ({ uri, username, password }: GraphAddress, config: Config = {}): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), { ...CONNECTION, ...config });
