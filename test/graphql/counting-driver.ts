import neo4j from 'neo4j-driver';
import { testGraphAddress } from '../test-graph';

/** Statements that depend on time: checks for changes of films, rentals and versions, and writes of impressions. */
const NOW_AND_THEN =
  /FilmVersion|AS titles|} AS rentals|RecommendationList|RentalKey|Promotion|PolicyVersion|savedAt/;

/** A driver that records every statement it sends, from the log of the Bolt protocol. */
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
