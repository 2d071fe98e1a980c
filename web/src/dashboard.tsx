import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ApiError } from './api/ask';
import { Loading } from './frame/loading';
import { Header } from './frame/header';
import { Recommend } from './recommend/recommend';

const Train = lazy(() => import('./train/train').then(({ Train }) => ({ default: Train })));
const Compare = lazy(() => import('./compare/compare').then(({ Compare }) => ({ default: Compare })));
const Explore = lazy(() => import('./explore/explore').then(({ Explore }) => ({ default: Explore })));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The service may well be on this machine, whether it is online or not.
      networkMode: 'always',
      // What the API refused it would refuse again; a service that is starting may answer in a moment.
      retry: (times, error) => !(error instanceof ApiError) && times < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The whole dashboard: a header and the view that the address names. */
export function Dashboard() {
  return (
    <QueryClientProvider client={queries}>
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <Header />
      <main id="view" tabIndex={-1}>
        <Suspense fallback={<Loading what="the view" />}>
          <Switch>
            <Route path="/" component={Recommend} />
            <Route path="/train" component={Train} />
            <Route path="/compare" component={Compare} />
            <Route path="/explore" component={Explore} />
            <Route>
              <div className="blank">
                <h1>Nothing is here</h1>
                <p>
                  The address names no view. <Link href="/">Go to the recommendations.</Link>
                </p>
              </div>
            </Route>
          </Switch>
        </Suspense>
      </main>
    </QueryClientProvider>
  );
}
