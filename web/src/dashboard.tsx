import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, useEffect } from 'react';
import { Route, Router, Switch } from 'wouter';
import { ROUTER_BASE } from './api/base-url';
import { ApiError } from './api/execute';
import { Header } from './frame/header';
import { NotFound } from './frame/not-found';
import { SkipLink } from './frame/skip-link';
import type { Permissions } from './session/permissions';
import { SignInBanner } from './session/sign-in-banner';
import { View } from './session/view';
import { watchServer } from './status/server-status';
import { StatusBanner } from './status/status-banner';
import { Recommend } from './recommend/recommend';

const Train = lazy(() => import('./train/train').then(({ Train }) => ({ default: Train })));
const Compare = lazy(() => import('./compare/compare').then(({ Compare }) => ({ default: Compare })));
const Explore = lazy(() => import('./explore/explore').then(({ Explore }) => ({ default: Explore })));
const System = lazy(() => import('./system/system').then(({ System }) => ({ default: System })));

const VIEWS: readonly { path: string; title: string; needs?: keyof Permissions; Content: ComponentType }[] = [
  { path: '/', title: 'Recommend', needs: 'customers', Content: Recommend },
  { path: '/train', title: 'Train', needs: 'runs', Content: Train },
  { path: '/compare', title: 'Compare', needs: 'runs', Content: Compare },
  { path: '/explore', title: 'Films in embedding space', Content: Explore },
  { path: '/system', title: 'System', needs: 'runs', Content: System },
];

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // The server may run on this machine, which is reachable even when the browser is offline.
      networkMode: 'always',
      // Repeating a request that the API refused would fail again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.isRetryable),
    },
    mutations: { networkMode: 'always' },
  },
});

/** The dashboard: the header and the view for the current URL. */
export function Dashboard() {
  useEffect(() => watchServer(() => void queries.invalidateQueries()), []);
  return (
    <QueryClientProvider client={queries}>
      <Router base={ROUTER_BASE}>
        <SkipLink />
        <Header />
        <StatusBanner />
        <main id="view" tabIndex={-1}>
          <SignInBanner />
          <Switch>
            {VIEWS.map(({ path, title, needs, Content }) => (
              <Route key={path} path={path}>
                <View title={title} needs={needs}>
                  <Content />
                </View>
              </Route>
            ))}
            <Route component={NotFound} />
          </Switch>
        </main>
      </Router>
    </QueryClientProvider>
  );
}
