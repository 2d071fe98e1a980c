import { useEffect, useState } from 'react';
import { ask } from '../client/ask';
import { RecommendationsDocument, type RecommendationsQuery } from '../client/operations.generated';

/** The state of a request: no result yet, a list, or the problem. */
export interface Asked {
  list?: RecommendationsQuery['recommendations'];
  problem?: string;
}

/** Loads recommendations for a customer. Types are generated from examples/operations. */
export function useRecommendations(customer: string): Asked {
  const [asked, setAsked] = useState<Asked>({});
  useEffect(() => {
    let isShown = true;
    ask('/graphql', RecommendationsDocument, { customer, first: 5 }).then(
      ({ recommendations }) => isShown && setAsked({ list: recommendations }),
      (error: Error) => isShown && setAsked({ problem: error.message }),
    );
    return () => void (isShown = false);
  }, [customer]);
  return asked;
}
