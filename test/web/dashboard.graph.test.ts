import { gzipSync } from 'node:zlib';
import type { Page, WebSocketRoute } from 'playwright-core';
import { hasBrowser, overflow, violations } from './browser';
import { startExampleTrial } from '../examples/operations';
import { type Dashboard, openDashboard } from './open-dashboard';

const KILOBYTE = 1_024;
/** The evaluation trains every policy. */
const ALL_POLICIES_MS = 300_000;

const NAME_OF_FOCUSED = `
  (({ activeElement: focused }) =>
    focused.ariaLabel ?? focused.labels?.[0]?.textContent ?? focused.textContent)(document)`;

const withBrowser = hasBrowser ? describe : describe.skip;
if (!hasBrowser) console.warn('Skipping the dashboard tests: /usr/bin/chromium is not installed.');

withBrowser('the dashboard', () => {
  let dashboard: Dashboard;
  let page: Page;
  const consoleErrors: string[] = [];

  beforeAll(async () => {
    dashboard = await openDashboard();
    page = await dashboard.openPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => consoleErrors.push(error.message));
  });
  afterAll(() => dashboard?.close());
  beforeEach(() =>
    dashboard.graph.write(
      'MATCH (node:Promotion|PromotionTrial|PolicyVersion|TrainingRun|Evaluation) DETACH DELETE node',
    ),
  );
  afterEach(() => {
    // The browser logs responses with an error status: refusals of the API, and probes of a busy server.
    expect(consoleErrors.splice(0).filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    expect(dashboard.server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  const url = (path: string) => new URL(path, dashboard.server.url).href;
  /** Opens a view and waits until nothing is loading. */
  const open = async (path: string, on = page) => {
    await on.goto(url(path));
    await on.getByRole('main').getByRole('heading').first().waitFor();
    await on.locator('[class*=loading]').first().waitFor({ state: 'detached' });
  };
  const address = () => new URL(page.url());
  const parameter = (name: string) => address().searchParams.get(name);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Presses Tab until an element with this name has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 150; presses++) {
      await press('Tab');
      const focused = await page.evaluate<string>(NAME_OF_FOCUSED);
      if (name.test(focused)) return;
    }
    throw new Error(`No element reachable by Tab matches ${name}.`);
  };

  /** Trains TUTORIAL for a few steps, which publishes a version. */
  const trainTutorial = async () => {
    const started = await dashboard.server.ask(
      'mutation { startTraining(input: { policy: TUTORIAL, steps: 20 }) { run { id } } }',
    );
    const { id } = started.data.startTraining.run;
    const query = `{ trainingRun(id: "${id}") { status version } }`;
    for (let run = { status: 'RUNNING' }; run.status === 'RUNNING'; await page.waitForTimeout(100)) {
      run = (await dashboard.server.ask(query)).data.trainingRun;
    }
  };

  /** The category with the most films that the customer has not rented. */
  const categoryWithUnrented = async (customerId: string) => {
    const [{ category }] = await dashboard.graph.read<{ category: string }>(
      `MATCH (customer:Customer {customerID: $customerId}), (category:Category)<-[:OF_GENRE]-(film:Film)
       WHERE NOT EXISTS { (customer)-[:RENTED]->(film) }
       WITH category.Name AS category, count(film) AS films
       RETURN category ORDER BY films DESC, category LIMIT 1`,
      { customerId },
    );
    return category;
  };

  it('serves an uncached page and immutable, compressed scripts from its own origin only', async () => {
    const answer = await fetch(url('/'));
    const html = await answer.text();
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    const script = /src="([^"]+\.js)"/.exec(html)?.[1] as string;
    const kept = await fetch(url(script), { headers: { 'accept-encoding': 'gzip' } });
    expect(kept.headers.get('cache-control')).toMatch(/immutable/);
    expect(kept.headers.get('content-encoding')).toBe('gzip');
    await kept.body?.cancel();
  });

  it('loads less than 250 KB of gzipped script for the first view', async () => {
    const first = await dashboard.openPage();
    const scripts = new Map<string, Promise<Buffer>>();
    first.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.set(response.url(), response.body());
    });
    await open('/', first);
    await first.getByRole('heading', { name: 'Recommended' }).waitFor();
    await first.locator('canvas').first().waitFor();
    const sizes = (await Promise.all(scripts.values())).map((script) => gzipSync(script).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
    console.info(`${kilobytes.toFixed(0)} KB of script`);
    expect(kilobytes).toBeLessThan(250);
    await first.context().close();
  });

  it('supports the keyboard in Recommend: picking a customer, hypothetical rentals, filters, reasons', async () => {
    await open('/');
    await tabTo(/^Customer$/);
    const customerId = '2';
    const category = await categoryWithUnrented(customerId);
    const [{ firstName, lastName }] = await dashboard.graph.read<Record<string, string>>(
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
  });

  it('supports the keyboard in Explore: moving over the map, neighbors, highlighting a category', async () => {
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
    const neighbor = page.getByRole('region', { name: 'Nearest films' }).getByRole('listitem').first();
    await neighbor.getByRole('button').focus();
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
    const curveRequests: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query RunCurve')) curveRequests.push(request.url());
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
    const isPast = async (last: number) => {
      while (!((await step()) > last)) await page.waitForTimeout(50);
    };
    await isPast(await step());

    isOffline = true;
    await Promise.all(sockets.map((socket) => socket.close({ code: 1013 })));
    await page.getByText('Live updates are not connected').waitFor();
    const [requests, offlineAt] = [curveRequests.length, await step()];
    isOffline = false;
    await isPast(offlineAt);
    expect(curveRequests.length).toBeGreaterThan(requests);

    await tabTo(/^\s*Log scale: steps$/);
    await press('Space');
    await page.waitForURL(/log=x/);
    await page.getByText('by step, log scale').first().waitFor();
    await tabTo(/^Download CSV$/);
    const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    expect(download.suggestedFilename()).toBe('curves.csv');
    await page.getByText('Settings', { exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'epsilonDecay' }).waitFor();
    // Tab from the start of the page again.
    await page.getByRole('link', { name: 'reelgraph home' }).focus();

    await tabTo(/^Cancel$/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'cancelled' }).waitFor();
    await page.getByRole('link', { name: 'Compare and promote' }).waitFor();
  });

  it('supports the keyboard in Compare: promoting after confirmation, previewing changes', async () => {
    await trainTutorial();
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
  });

  it('shows a trial, and ends it by keyboard after confirmation', async () => {
    await startExampleTrial(dashboard.graph);
    await open('/compare');
    const trials = page.getByRole('region', { name: 'Table of trials' });
    const row = trials.getByRole('row').nth(1);
    await row.filter({ hasText: '+0.25 (−0.10 to +0.60)' }).waitFor();
    await page.locator('[data-stale]').waitFor({ state: 'detached' });
    // Lists that are loading are dimmed, and brighten in a transition.
    await page.waitForFunction("document.getAnimations().every(({ playState }) => playState === 'finished')");
    expect(await violations(page)).toEqual([]);
    await tabTo(/^End trial$/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(/^End trial$/);
    await press('Enter');
    await row.filter({ hasText: 'Ended by an operator.' }).waitFor();
    expect(await trials.getByRole('button').count()).toBe(0);
  });

  const VIEWS = [
    '/?customer=1&film=1',
    '/?customer=1&show=policies',
    '/explore?film=1',
    '/explore?projection=UMAP',
    '/train',
    '/compare',
    '/system',
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
  });

  it(
    'starts an evaluation by keyboard and shows its results',
    async () => {
      await open('/compare');
      await page.getByText('No evaluations yet').waitFor();
      await tabTo(/^Evaluate all policies$/);
      await press('Enter');
      await page.getByRole('status').filter({ hasText: 'In progress' }).waitFor();
      expect(parameter('evaluation')).toBeTruthy();

      const results = page.getByRole('region', { name: 'Results by policy' });
      await results.getByRole('row').nth(6).waitFor({ timeout: ALL_POLICIES_MS });
      const best = await results.getByRole('row').nth(1).innerText();
      expect(best).toMatch(/0\.\d{3}\s+0\.\d{3} to [01]\.\d{3}/);
      await page.getByRole('button', { name: 'Evaluate all policies' }).waitFor();
      expect(await violations(page)).toEqual([]);
    },
    ALL_POLICIES_MS,
  );
});
