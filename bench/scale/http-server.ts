/**
 * A server in a separate process, for http.ts: `reelgraph`, the service's HTTP server with everything but a graph, or
 * `apollo`, Apollo's standalone server. Sends its URL to the parent, then its CPU time for each message.
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import neo4j from 'neo4j-driver';
import { createGraphModel } from '../../src/graph/graph-model';
import { buildSchemas } from '../../src/graphql/build-schema';
import { createContext } from '../../src/graphql/context';
import { createHttpServer } from '../../src/http/create-http-server';
import { createLogger } from '../../src/logger';
import type { Recommender } from '../../src/recommender/recommender';
import { parseSettings } from '../../src/settings';

async function startReelgraph(): Promise<string> {
  // The measured operations reach no resolver, so the driver never connects.
  const driver = neo4j.driver('bolt://127.0.0.1:1');
  const schemas = await buildSchemas({ driver, model: createGraphModel() });
  const recommender = { graph: { session: {} } } as unknown as Recommender;
  const { url } = await createHttpServer({
    settings: parseSettings({ PORT: '0' }),
    schema: schemas.api,
    createContext: (viewer) => createContext(recommender, schemas, viewer),
    isReady: () => Promise.resolve(undefined),
    sources: {
      statements: () => 0,
      graphStatus: () => ({ state: 'up', since: 0 }) as never,
      state: () => Promise.reject(new Error('There is no graph.')),
    },
    log: createLogger('info'),
  });
  return url;
}

async function startApollo(): Promise<string> {
  const server = new ApolloServer({ typeDefs: 'type Query { films: [String!]! }' });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return url;
}

const start = process.argv[2] === 'apollo' ? startApollo : startReelgraph;
process.on('message', () => process.send?.(process.cpuUsage()));
void start().then((url) => process.send?.(url));
