/**
 * A server in a separate process, for http.ts: `reelgraph`, the service's HTTP server with everything but a graph, or
 * `apollo`, Apollo's standalone server. Sends its URL to the parent, then its CPU time for each message. It runs the
 * compiled service: tsx names each function that is created, which takes a fifth of a short request.
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import neo4j from 'neo4j-driver';
import { createGraphModel } from '../../dist/graph/graph-model.js';
import { buildSchemas } from '../../dist/graphql/build-schema.js';
import { createContext } from '../../dist/graphql/context.js';
import { createHttpServer } from '../../dist/http/create-http-server.js';
import { createLogger } from '../../dist/logger.js';
import { parseSettings } from '../../dist/settings.js';

async function startReelgraph() {
  // The measured operations reach no resolver, so the driver never connects.
  const driver = neo4j.driver('bolt://127.0.0.1:1');
  const schemas = await buildSchemas({ driver, model: createGraphModel() });
  const recommender = { graph: { session: {} } };
  const { url } = await createHttpServer({
    settings: parseSettings({ PORT: '0' }),
    schema: schemas.api,
    createContext: (viewer) => createContext(recommender, schemas, viewer),
    isReady: () => Promise.resolve(undefined),
    sources: {
      statements: () => 0,
      graphStatus: () => ({ state: 'up', since: 0 }),
      state: () => Promise.reject(new Error('There is no graph.')),
    },
    log: createLogger('info'),
  });
  return url;
}

async function startApollo() {
  const server = new ApolloServer({ typeDefs: 'type Query { films: [String!]! }' });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return url;
}

const start = process.argv[2] === 'apollo' ? startApollo : startReelgraph;
process.on('message', () => process.send(process.cpuUsage()));
void start().then((url) => process.send(url));
