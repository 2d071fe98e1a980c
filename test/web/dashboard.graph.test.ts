import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SignJWT } from 'jose';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import type { Graph } from '../../src/graph/graph';
import { fillWithSmallStore } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';
import { hasBrowser, openBrowser, overflow, violations } from './browser';

const ROOT = join(__dirname, '..', '..');
const SECRET = 'a test secret with at least 32 characters';
const KILOBYTE = 1_024;

const NAME_OF_FOCUSED = `
  (({ activeElement: focused }) =>
    focused.ariaLabel ?? focused.labels?.[0]?.textContent ?? focused.textContent)(document)`;

const withBrowser = hasBrowser ? describe : describe.skip;
if (!hasBrowser) console.warn('Skipping the dashboard tests: /usr/bin/chromium is not installed.');

withBrowser('the dashboard', () => {
  let graph: Graph;
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    execFileSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], { cwd: ROOT });
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    server = await startTestServer(graph);
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => consoleErrors.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await graph?.close();
  });
  afterEach(() => {
    expect(consoleErrors.splice(0)).toEqual([]);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  const open = async (path: string) => {
    await page.goto(new URL(path, server.url).href);
    await page.waitForLoadState('networkidle');
  };
  const address = () => new URL(page.url());
  const parameter = (name: string) => address().searchParams.get(name);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses Tab until an element with this name has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await press('Tab');
      const focused = await page.evaluate<string>(NAME_OF_FOCUSED);
      if (name.test(focused)) return;
    }
    throw new Error(`No element reachable by Tab matches ${name}.`);
  };

  /** The category with the most films that the customer has not rented. */
  const categoryWithUnrented = async (customerId: string) => {
    const [{ category }] = await graph.read<{ category: string }>(
      `MATCH (customer:Customer {customerID: $customerId}), (category:Category)<-[:OF_GENRE]-(film:Film)
       WHERE NOT EXISTS { (customer)-[:RENTED]->(film) }
       WITH category.Name AS category, count(film) AS films
       RETURN category ORDER BY films DESC, category LIMIT 1`,
      { customerId },
    );
    return category;
  };

  it('serves an uncached page and immutable, compressed scripts from its own origin only', async () => {
    const answer = await fetch(new URL('/', server.url));
    const html = await answer.text();
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    const script = /src="([^"]+\.js)"/.exec(html)?.[1] as string;
    const kept = await fetch(new URL(script, server.url), { headers: { 'accept-encoding': 'gzip' } });
    expect(kept.headers.get('cache-control')).toMatch(/immutable/);
    expect(kept.headers.get('content-encoding')).toBe('gzip');
    await kept.body?.cancel();
  });

  it('loads less than 250 KB of gzipped script for the first view', async () => {
    // Warms up the server, but not the browser cache of the contexts below.
    await open('/');
    const firstView = async () => {
      const fresh = await browser.newContext();
      const first = await fresh.newPage();
      const scripts = new Map<string, Promise<Buffer>>();
      first.on('response', (response) => {
        if (response.url().endsWith('.js')) scripts.set(response.url(), response.body());
      });
      const startedAt = performance.now();
      const seconds = () => (performance.now() - startedAt) / 1_000;
      await first.goto(new URL('/', server.url).href);
      await first.getByRole('combobox', { name: 'Customer' }).waitFor();
      const interactive = seconds();
      await first.getByRole('heading', { name: 'Recommended' }).waitFor();
      const whole = seconds();
      await first.waitForLoadState('networkidle');
      const sizes = (await Promise.all(scripts.values())).map((script) => gzipSync(script).length);
      await fresh.close();
      return { interactive, whole, kilobytes: sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE };
    };
    // The quicker of two: tests share the machine.
    const views = [await firstView(), await firstView()];
    const { interactive, whole, kilobytes } = views.reduce((a, b) => (b.interactive < a.interactive ? b : a));
    console.info(
      `Interactive after ${interactive.toFixed(2)} s, recommendations after ${whole.toFixed(2)} s, ${kilobytes.toFixed(0)} KB of script`,
    );
    expect(interactive).toBeLessThan(2);
    expect(kilobytes).toBeLessThan(250);
  });

  it('supports the keyboard in Recommend: picking a customer, hypothetical rentals, filters, reasons', async () => {
    await open('/');
    await tabTo(/^Customer$/);
    const customerId = '2';
    const category = await categoryWithUnrented(customerId);
    const [{ firstName, lastName }] = await graph.read<Record<string, string>>(
      'MATCH (customer:Customer {customerID: $customerId}) RETURN customer.firstName AS firstName, customer.lastName AS lastName',
      { customerId },
    );
    await page.keyboard.type(`${firstName} ${lastName}`);
    await page
      .getByRole('option', { name: `${firstName} ${lastName}` })
      .first()
      .waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByRole('heading', { name: `For ${firstName} ${lastName}` }).waitFor();
    expect(parameter('customer')).toBe(customerId);

    await tabTo(/What if/);
    await page.keyboard.type('the');
    await page.getByRole('option').nth(2).waitFor();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('list', { name: 'Hypothetical rentals' }).waitFor();
    expect(parameter('imagine')).toMatch(/^\w+$/);

    await tabTo(/^Category$/);
    await page.keyboard.type(category);
    await page.waitForURL((url) => url.searchParams.get('category') === category);
    await tabTo(/All policies/);
    await press('Enter');
    await page.getByRole('heading', { name: 'EASE' }).waitFor();
    expect(parameter('show')).toBe('policies');
    await press('Shift+Tab', 'Enter');

    const titles = page.locator('ol button');
    await titles.first().waitFor();
    const title = await titles.first().innerText();
    await tabTo(new RegExp(`^${title}$`));
    await press('Enter');
    await page.waitForURL(/film=/);
    expect(await titles.first().getAttribute('aria-pressed')).toBe('true');
  });

  it('restores the state from the URL', async () => {
    await open('/?customer=3&policy=POPULARITY&category=Comedy&from=1990&diversity=0.5');
    await page.getByText('by Popularity').waitFor();
    expect(await page.getByLabel('Category').inputValue()).toBe('Comedy');
    expect(await page.getByLabel('From year').inputValue()).toBe('1990');
    for (const item of await page.locator('ol > li').allInnerTexts()) expect(item).toMatch(/Comedy/);
  });

  it('explains empty results, unknown ids and untrained policies', async () => {
    await open('/?customer=1&from=2999');
    await page.getByText('Remove a filter').waitFor();
    await open('/?customer=nobody');
    await page.getByText('Search for another one').waitFor();
    await open('/?customer=1&policy=DQN');
    await page.getByRole('alert').getByRole('link', { name: 'Train this policy' }).waitFor();
    await open('/explore?film=none');
    await page.getByText(/No film has the id/).waitFor();
    await open('/explore');
    await page.getByText('Select a film on the map').waitFor();
    // The browser logs responses with an error status.
    consoleErrors.length = 0;
  });

  it('supports the keyboard in Explore: moving over the map, neighbours, highlighting a category', async () => {
    await open('/explore');
    await tabTo(/^Map of 80 films/);
    await press('ArrowRight');
    await page.waitForURL(/film=/);
    const first = parameter('film');
    await press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.get('film') !== first);
    await page.getByRole('heading', { name: 'Nearest films' }).waitFor();
    await tabTo(/^Comedy$/);
    await press('Enter');
    expect(parameter('category')).toBe('Comedy');
    const film = parameter('film');
    const neighbour = page.getByRole('region', { name: 'Nearest films' }).getByRole('button').first();
    await neighbour.focus();
    await press('Enter');
    await page.waitForURL((url) => url.searchParams.get('film') !== film);
  });

  it('supports the keyboard in Train, updates the charts live and refetches the curve after a reconnect', async () => {
    let isOffline = false;
    const sockets: WebSocketRoute[] = [];
    await page.routeWebSocket(/graphql/, (socket) => {
      if (isOffline) return void socket.close({ code: 1013 });
      socket.connectToServer();
      sockets.push(socket);
    });
    const curveRequests: number[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query RunCurve')) curveRequests.push(performance.now());
    });
    await open('/train');
    await page.getByText('No training runs yet').waitFor();
    await tabTo(/^Policy$/);
    await page.keyboard.type('Tut');
    await tabTo(/^Max steps$/);
    await page.keyboard.type('9000');
    await tabTo(/^Start training$/);
    await press('Enter');
    const loss = page.getByRole('img', { name: /^Loss of Tutorial/ });
    await loss.waitFor();
    expect(parameter('run')).toBeTruthy();

    const step = async () => Number(/step (\d+)$/.exec((await loss.getAttribute('aria-label')) ?? '')?.[1]);
    const steps = new Set<number>();
    const until = performance.now() + 3_000;
    while (performance.now() < until) {
      steps.add(await step());
      await page.waitForTimeout(50);
    }
    console.info(`The curve moved ${(steps.size / 3).toFixed(1)} times a second`);
    expect(steps.size).toBeGreaterThan(3);

    isOffline = true;
    await Promise.all(sockets.map((socket) => socket.close({ code: 1013 })));
    await page.waitForTimeout(1_500);
    const [requests, offlineAt] = [curveRequests.length, await step()];
    isOffline = false;
    while (!((await step()) > offlineAt)) await page.waitForTimeout(50);
    expect(curveRequests.length).toBeGreaterThan(requests);

    await tabTo(/^Cancel$/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'cancelled' }).waitFor();
    await page.getByRole('link', { name: 'Compare and promote' }).waitFor();
    consoleErrors.length = 0;
  });

  it('supports the keyboard in Compare: promoting after confirmation, previewing changes', async () => {
    await open('/compare?before=RANDOM&after=POPULARITY');
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await tabTo(/^Promote Tutorial, version /);
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Promote Tutorial?' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await press('Enter');
    await dialog.waitFor();
    await tabTo(/^Promote$/);
    await press('Enter');
    // No evaluation shows that it is better than the active policy, so a second confirmation is required.
    await page.getByRole('button', { name: 'Promote anyway' }).waitFor();
    await press('Enter');
    await page.getByText('Active', { exact: true }).waitFor();

    await page.getByRole('list').filter({ hasText: 'unchanged' }).getByRole('listitem').nth(4).waitFor();
    await tabTo(/^To$/);
    await page.keyboard.type('EA');
    await page.waitForURL(/after=EASE/);
    consoleErrors.length = 0;
  });

  it('starts an evaluation by keyboard', async () => {
    await open('/compare');
    await page.getByText('No evaluations yet').waitFor();
    await tabTo(/^Evaluate all policies$/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'In progress' }).waitFor();
    expect(parameter('evaluation')).toBeTruthy();
  });

  const VIEWS = [
    '/?customer=1&film=1',
    '/?customer=1&show=policies',
    '/explore?film=1',
    '/train',
    '/compare',
  ];

  it.each(VIEWS)('%s passes axe in light and dark mode and on a phone', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open(path);
      expect(await violations(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 360, height: 780 });
    await open(path);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    consoleErrors.length = 0;
  });

  it('shows the results of the evaluation', async () => {
    await open('/compare');
    const results = page.getByRole('region', { name: 'Results by policy' });
    await results.getByRole('row').nth(6).waitFor({ timeout: 90_000 });
    const best = await results.getByRole('row').nth(1).innerText();
    expect(best).toMatch(/0\.\d{3}\s+0\.\d{3} to [01]\.\d{3}/);
    await page.getByRole('button', { name: 'Evaluate all policies' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('asks for a token and uses it if the API requires authentication', async () => {
    const guarded = await startTestServer(graph, { AUTH_SECRET: SECRET });
    const token = await new SignJWT({ role: 'admin' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('somebody')
      .setIssuer('reelgraph')
      .setAudience('reelgraph')
      .setExpirationTime('5 minutes')
      .sign(new TextEncoder().encode(SECRET));
    await page.goto(new URL('/', guarded.url).href);
    await page.getByLabel('Bearer token').fill(token);
    await press('Enter');
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await guarded.close();
    consoleErrors.length = 0;
  });

  it('shows that the server is unreachable and recovers when it is back', async () => {
    await open('/?customer=1');
    await context.setOffline(true);
    await page.getByLabel('Category').selectOption(await categoryWithUnrented('1'));
    await page.getByRole('alert').getByText('The server is unreachable').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    consoleErrors.length = 0;
  });
});
