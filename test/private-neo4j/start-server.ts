/** A process of its own that starts a private Neo4j, says where it is, and waits to be ended: start-server.ts HOME */
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
