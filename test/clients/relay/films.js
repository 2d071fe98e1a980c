/* eslint-disable @typescript-eslint/no-unused-expressions -- the Relay compiler reads this file, nobody executes it */
import { graphql } from 'relay-runtime';

graphql`
  query filmsQuery($first: Int!, $after: String) {
    ...films_page
    recommendations(customer: "1", first: 2) {
      id
      items {
        film {
          id
          title
        }
      }
    }
    trainingRuns(first: 1) {
      startedAt
    }
  }
`;

graphql`
  fragment films_page on Query @refetchable(queryName: "filmsPageQuery") {
    filmsConnection(first: $first, after: $after, sort: [{ title: ASC }])
      @connection(key: "films_filmsConnection") {
      edges {
        node {
          ...films_film
        }
      }
    }
  }
`;

graphql`
  fragment films_film on Film
  @refetchable(queryName: "filmsFilmQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    title
    actorsConnection(first: $count, after: $cursor) @connection(key: "films_actorsConnection") {
      edges {
        node {
          lastName
        }
      }
    }
  }
`;

graphql`
  mutation filmsRentalMutation($input: RecordRentalInput!) {
    recordRental(input: $input) {
      film {
        id
      }
      customer {
        rentedConnection {
          totalCount
        }
      }
    }
  }
`;
