import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Graph } from '../../src/graph/graph';
import { fillWithSmallStore } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';
import { openBrowser } from './browser';

const ROOT = join(__dirname, '..', '..');
/** Timeout of conditions, which may take long on a busy machine. */
const TIMEOUT_MS = 60_000;
export const SECRET = 'a test secret with at least 32 characters';

/** The built dashboard, served over a graph with the small store, and a browser. */
export interface Dashboard {
  graph: Graph;
  server: TestServer;
  browser: Browser;
  /** Opens a page in a context of its own. A token is used as if it had been pasted. */
  openPage(options?: BrowserContextOptions & { token?: string }): Promise<Page>;
  close(): Promise<void>;
}

/** Builds and serves the dashboard. */
export async function openDashboard(variables: Record<string, string> = {}): Promise<Dashboard> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], { cwd: ROOT });
  const graph = await openTestGraph();
  await fillWithSmallStore(graph);
  const server = await startTestServer(graph, variables);
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  return {
    graph,
    server,
    browser,
    openPage: async ({ token, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      if (token) await context.addInitScript(`sessionStorage.setItem('reelgraph.token', '${token}')`);
      const page = await context.newPage();
      page.setDefaultTimeout(TIMEOUT_MS);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
      await graph.close();
    },
  };
}

/** Signs a token for a role, valid for an hour unless `expiresAt` says otherwise. */
export const signToken = (
  role: string,
  {
    customerId,
    expiresAt = new Date(Date.now() + 3_600_000),
  }: { customerId?: string; expiresAt?: Date } = {},
): Promise<string> =>
  new SignJWT({ role, ...(customerId && { customerId }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('reelgraph')
    .setAudience('reelgraph')
    .setExpirationTime(expiresAt)
    .sign(new TextEncoder().encode(SECRET));
