import neo4j, { type Config, type Driver } from 'neo4j-driver';

/** The address of a graph and the user that opens it. */
export interface GraphAddress {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

/** Max number of connections, and so of statements at one time. */
export const MAX_CONNECTIONS = 100;

const CONNECTION: Config = {
  connectionTimeout: 4_000,
  connectionAcquisitionTimeout: 5_000,
  maxConnectionPoolSize: MAX_CONNECTIONS,
  // A connection that was idle for longer is checked before it is used.
  connectionLivenessCheckTimeout: 1_000,
  userAgent: 'reelgraph',
};

/** Creates a driver for a graph; it connects with the first statement. */
export const openDriver = ({ uri, username, password }: GraphAddress, config: Config = {}): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), { ...CONNECTION, ...config });
