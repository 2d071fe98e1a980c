import neo4j, { type Driver } from 'neo4j-driver';

/** Where a graph is and who may open it. */
export interface GraphAddress {
  uri: string;
  username: string;
  password: string;
  database?: string;
}

const CONNECTION = {
  connectionTimeout: 10_000,
  connectionAcquisitionTimeout: 15_000,
  connectionLivenessCheckTimeout: 30_000,
  maxTransactionRetryTime: 15_000,
  userAgent: 'reelgraph',
};

/** A driver for a graph; it connects when it is first asked. */
export const openDriver = ({ uri, username, password }: GraphAddress): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(username, password), CONNECTION);
