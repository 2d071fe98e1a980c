import { useEffect, useState } from 'react';
import { ask } from '../client/ask';
import { RecommendationsDocument, type RecommendationsQuery } from '../client/operations.generated';

/** Where a question stands: nothing yet, an answer, or why there is none. */
export interface Asked {
  list?: RecommendationsQuery['recommendations'];
  problem?: string;
}

/** Asks once for a customer; types of question and answer are generated from examples/operations. */
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
