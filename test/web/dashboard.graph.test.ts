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
const SECRET = 'a secret of tests that is long enough to be taken';
const KILOBYTE = 1_024;

const NAME_OF_FOCUSED = `
  (({ activeElement: focused }) =>
    focused.ariaLabel ?? focused.labels?.[0]?.textContent ?? focused.textContent)(document)`;

const withBrowser = hasBrowser ? describe : describe.skip;
if (!hasBrowser) console.warn('The dashboard is not tested: there is no /usr/bin/chromium.');

withBrowser('the dashboard', () => {
  let graph: Graph;
  let server: TestServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

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
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await graph?.close();
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
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
  /** Goes on by Tab until what has the focus is called so. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await press('Tab');
      const focused = await page.evaluate<string>(NAME_OF_FOCUSED);
      if (name.test(focused)) return;
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };

  /** The category of which a customer has most films left to rent. */
  const qualifying = async (customerId: string) => {
    const [{ category }] = await graph.read<{ category: string }>(
      `MATCH (customer:Customer {customerID: $customerId}), (category:Category)<-[:OF_GENRE]-(film:Film)
       WHERE NOT EXISTS { (customer)-[:RENTED]->(film) }
       WITH category.Name AS category, count(film) AS films
       RETURN category ORDER BY films DESC, category LIMIT 1`,
      { customerId },
    );
    return category;
  };

  it('is served with its own scripts only, which may be kept, and its page, which may not', async () => {
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

  it('is interactive within two seconds, with 250 KB of gzipped script', async () => {
    // The service has been asked before; the browser has not.
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

  it('recommends by keyboard alone: finds a customer, imagines a rental, filters, looks at reasons', async () => {
    await open('/');
    await tabTo(/^Customer$/);
    const customerId = '2';
    const category = await qualifying(customerId);
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
    await page.getByRole('list', { name: 'Imagined rentals' }).waitFor();
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

  it('shows the same again at the address of a state', async () => {
    await open('/?customer=3&policy=POPULARITY&category=Comedy&from=1990&diversity=0.5');
    await page.getByText('by Popularity').waitFor();
    expect(await page.getByLabel('Category').inputValue()).toBe('Comedy');
    expect(await page.getByLabel('From year').inputValue()).toBe('1990');
    for (const item of await page.locator('ol > li').allInnerTexts()) expect(item).toMatch(/Comedy/);
  });

  it('says what to do where nothing qualifies, an id is unknown, or a policy is not trained', async () => {
    await open('/?customer=1&from=2999');
    await page.getByText('Loosen the filter').waitFor();
    await open('/?customer=nobody');
    await page.getByText('Find one by name').waitFor();
    await open('/?customer=1&policy=DQN');
    await page.getByRole('alert').getByRole('link', { name: 'Train it' }).waitFor();
    await open('/explore?film=none');
    await page.getByText(/No film has the id/).waitFor();
    await open('/explore');
    await page.getByText('Choose a film on the map').waitFor();
    // The API's own refusals are answers, not failures of the service.
    complaints.length = 0;
  });

  it('explores by keyboard alone: walks over the map, follows a neighbour, lets a category stand out', async () => {
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

  it('trains by keyboard alone, draws what comes, and goes on without a gap after the line dropped', async () => {
    let isCut = false;
    const lines: WebSocketRoute[] = [];
    await page.routeWebSocket(/graphql/, (line) => {
      if (isCut) return void line.close({ code: 1013 });
      line.connectToServer();
      lines.push(line);
    });
    const curvesRead: number[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query RunCurve')) curvesRead.push(performance.now());
    });
    await open('/train');
    await page.getByText('Nothing has been trained yet').waitFor();
    await tabTo(/^Policy$/);
    await page.keyboard.type('Tut');
    await tabTo(/^Steps at the most$/);
    await page.keyboard.type('9000');
    await tabTo(/^Start training$/);
    await press('Enter');
    const loss = page.getByRole('img', { name: /^Loss of Tutorial/ });
    await loss.waitFor();
    expect(parameter('run')).toBeTruthy();

    const step = async () => Number(/step (\d+)$/.exec((await loss.getAttribute('aria-label')) ?? '')?.[1]);
    const moves = new Set<number>();
    const until = performance.now() + 3_000;
    while (performance.now() < until) {
      moves.add(await step());
      await page.waitForTimeout(50);
    }
    console.info(`The curve moved ${(moves.size / 3).toFixed(1)} times a second`);
    expect(moves.size).toBeGreaterThan(3);

    isCut = true;
    await Promise.all(lines.map((line) => line.close({ code: 1013 })));
    await page.waitForTimeout(1_500);
    const [reads, cutAt] = [curvesRead.length, await step()];
    isCut = false;
    while (!((await step()) > cutAt)) await page.waitForTimeout(50);
    expect(curvesRead.length).toBeGreaterThan(reads);

    await tabTo(/^Cancel$/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'cancelled' }).waitFor();
    await page.getByRole('link', { name: 'Compare and promote it' }).waitFor();
    complaints.length = 0;
  });

  it('promotes a policy by keyboard alone, after it asked; shows what would change', async () => {
    await open('/compare?before=RANDOM&after=POPULARITY');
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    await tabTo(/^Promote Tutorial, version /);
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Let Tutorial answer from now on?' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await press('Enter');
    await dialog.waitFor();
    await tabTo(/^Promote$/);
    await press('Enter');
    // Nothing shows yet that it is better than what answers, so the service asks to be told twice.
    await page.getByRole('button', { name: 'Promote all the same' }).waitFor();
    await press('Enter');
    await page.getByText('answers now', { exact: true }).waitFor();

    await page.getByRole('list').filter({ hasText: 'stay' }).getByRole('listitem').nth(4).waitFor();
    await tabTo(/^To$/);
    await page.keyboard.type('EA');
    await page.waitForURL(/after=EASE/);
    complaints.length = 0;
  });

  it('starts an evaluation by keyboard alone', async () => {
    await open('/compare');
    await page.getByText('Nothing was measured yet').waitFor();
    await tabTo(/^Evaluate all policies$/);
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'Measuring' }).waitFor();
    expect(parameter('evaluation')).toBeTruthy();
  });

  const VIEWS = [
    '/?customer=1&film=1',
    '/?customer=1&show=policies',
    '/explore?film=1',
    '/train',
    '/compare',
  ];

  it.each(VIEWS)('%s has no fault that axe finds, light and dark, nor one on a phone', async (path) => {
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
    complaints.length = 0;
  });

  it('draws what the evaluation measured', async () => {
    await open('/compare');
    const results = page.getByRole('region', { name: 'Results, a row a policy' });
    await results.getByRole('row').nth(6).waitFor({ timeout: 90_000 });
    const best = await results.getByRole('row').nth(1).innerText();
    expect(best).toMatch(/0\.\d{3}\s+0\.\d{3} to [01]\.\d{3}/);
    await page.getByRole('button', { name: 'Evaluate all policies' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('takes a pasted token where the API asks for one', async () => {
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
    complaints.length = 0;
  });

  it('says so where the service is gone, and goes on once it is back', async () => {
    await open('/?customer=1');
    await context.setOffline(true);
    await page.getByLabel('Category').selectOption(await qualifying('1'));
    await page.getByRole('alert').getByText('Is npm start still running?').waitFor();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    complaints.length = 0;
  });
});
