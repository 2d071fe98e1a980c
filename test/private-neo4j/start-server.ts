/** Starts a private Neo4j, prints its address and password as JSON, and runs until it is killed: start-server.ts HOME */
import { lockHome } from '../../src/private-neo4j/lock-home';
import { startPrivateNeo4j } from '../../src/private-neo4j/start-private-neo4j';
import { silentProgress } from '../../src/progress';

const [, , home] = process.argv;
lockHome(home);
startPrivateNeo4j({ home, progress: silentProgress, shortLived: true }).then(
  ({ uri, password }) => console.log(JSON.stringify({ uri, password })),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
