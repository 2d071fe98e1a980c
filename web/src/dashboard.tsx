import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ApiError } from './api/execute';
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
      // The server may run on this machine, which is reachable even when the browser is offline.
      networkMode: 'always',
      // Retry network failures only: repeating a request that the API refused would fail again.
      retry: (failures, error) => !(error instanceof ApiError) && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The dashboard: the header and the view for the current URL. */
export function Dashboard() {
  return (
    <QueryClientProvider client={queries}>
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <Header />
      <main id="view" tabIndex={-1}>
        <Suspense fallback={<Loading label="view" />}>
          <Switch>
            <Route path="/" component={Recommend} />
            <Route path="/train" component={Train} />
            <Route path="/compare" component={Compare} />
            <Route path="/explore" component={Explore} />
            <Route>
              <div className="blank">
                <h1>Page not found</h1>
                <p>
                  There is no view at this address. <Link href="/">Go to Recommend.</Link>
                </p>
              </div>
            </Route>
          </Switch>
        </Suspense>
      </main>
    </QueryClientProvider>
  );
}
