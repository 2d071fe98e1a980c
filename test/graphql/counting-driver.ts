import neo4j from 'neo4j-driver';
import { testGraphAddress } from '../test-graph';

/** Looks whether films, rentals or what is served have changed, and what is kept of served lists: these come by the clock. */
const NOW_AND_THEN =
  /FilmVersion|AS titles|} AS rentals|RecommendationList|RentalKey|Promotion|PolicyVersion|savedAt/;

/** A driver that notes every statement it sends, as the protocol's own log shows it. */
export function countingDriver(statements: string[]) {
  const { uri, username, password } = testGraphAddress();
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    logging: {
      level: 'debug',
      logger: (_level, message) => {
        if (/ C: RUN /.test(message) && !NOW_AND_THEN.test(message)) statements.push(message);
      },
    },
  });
}
