import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../http/test-server';
import { hasBrowser, overflow, violations } from './browser';
import { type Dashboard, openDashboard } from './open-dashboard';

const withBrowser = hasBrowser ? describe : describe.skip;

withBrowser('the dashboard in adverse conditions', () => {
  let dashboard: Dashboard;
  const url = (path: string) => new URL(path, dashboard.server.url).href;
  const banner = (page: Page) => page.getByRole('status', { name: 'Connection' });

  /** Delays requests until the returned function is called. */
  const hold = async (page: Page, requests: string) => {
    let release = (): void => {};
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    await page.route(requests, async (route) => {
      await isReleased;
      await route.continue();
    });
    return release;
  };

  beforeAll(async () => {
    dashboard = await openDashboard();
  });
  afterAll(() => dashboard?.close());

  it('says that the server stopped, keeps the data, and recovers by itself', async () => {
    let server: TestServer = await startTestServer(dashboard.graph);
    const { port, origin } = new URL(server.url);
    const page = await dashboard.openPage();
    await page.goto(`${origin}/?customer=2`);
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await server.close();
    await banner(page).filter({ hasText: 'The server is unreachable' }).waitFor();
    await page.getByText(/^Unreachable/).waitFor();
    expect(await page.locator('ol > li').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    server = await startTestServer(dashboard.graph, { PORT: port });
    await banner(page).filter({ hasText: 'unreachable' }).waitFor({ state: 'detached' });
    await page.getByLabel('Policy', { exact: true }).selectOption('POPULARITY');
    await page.getByText('by Popularity').waitFor();
    await server.close();
  });

  it('says that it is waiting if a response takes long, and shows the response when it arrives', async () => {
    const page = await dashboard.openPage();
    const release = await hold(page, '**/graphql');
    await page.goto(url('/train'));
    await banner(page).filter({ hasText: 'Waiting for the server' }).waitFor();
    await page.getByRole('heading', { name: 'Train', level: 1 }).waitFor();
    release();
    await page.getByRole('heading', { name: 'No training runs yet' }).waitFor();
  });

  it('shows the title of a view whose script takes long', async () => {
    const page = await dashboard.openPage();
    const release = await hold(page, '**/assets/explore-*.js');
    await page.goto(url('/explore'));
    await page.getByRole('heading', { name: 'Films in embedding space', level: 1 }).waitFor();
    await page.getByText('Loading view').waitFor();
    expect(await violations(page)).toEqual([]);
    release();
    await page.getByRole('group', { name: 'Embedding' }).waitFor();
  });

  it('says that the API does not respond although the server is ready, and recovers by itself', async () => {
    const page = await dashboard.openPage();
    await page.goto(url('/?customer=2'));
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('combobox', { name: 'Customer' }).fill('a');
    await banner(page).filter({ hasText: 'requests to its API fail' }).waitFor({ timeout: 2_000 });
    await page.getByText(/^Unreachable/).waitFor();
    await page.getByText('The search failed: The server is unreachable').waitFor();
    await page.unroute('**/graphql');
    await banner(page).filter({ hasText: 'requests to its API fail' }).waitFor({ state: 'detached' });
    await page.getByText(/^Online/).waitFor();
  });

  it('says that the server is degraded, and why', async () => {
    const page = await dashboard.openPage();
    const json = { status: 'The graph database does not respond.' };
    await page.route('**/readyz', (route) => route.fulfill({ status: 503, json }));
    await page.goto(url('/explore'));
    await banner(page).filter({ hasText: 'not ready: The graph database does not respond' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('goes back to the previous choice, but not through every position of a slider', async () => {
    const page = await dashboard.openPage();
    const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
    await page.goto(url('/?customer=2'));
    await page.getByLabel('Policy', { exact: true }).selectOption('POPULARITY');
    await page.getByText('by Popularity').waitFor();
    await page.getByLabel('Diversity').focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/diversity=0\.3/);
    await page.getByRole('button', { name: 'All policies' }).click();
    await page.waitForURL(/show=policies/);
    await page.goBack();
    expect([parameter('show'), parameter('policy'), parameter('diversity')]).toEqual([
      null,
      'POPULARITY',
      '0.3',
    ]);
    await page.goBack();
    expect([parameter('customer'), parameter('policy')]).toEqual(['2', null]);
  });

  it.each(['/nowhere', '/train/deeper/still'])('shows a page at the unknown address %s', async (path) => {
    const page = await dashboard.openPage();
    const response = await page.goto(url(path));
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.getByRole('link', { name: 'Go to Recommend.' }).click();
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
  });

  it('returns JSON for unknown addresses to programs', async () => {
    const response = await fetch(url('/nowhere'), { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('works under a base path', async () => {
    const server = await startTestServer(dashboard.graph, { BASE_PATH: '/shop/films' });
    const { origin } = new URL(server.url);
    const page = await dashboard.openPage();
    await page.goto(`${origin}/shop/films`);
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByText('Select a film on the map').waitFor();
    expect(new URL(page.url()).pathname).toBe('/shop/films/explore');
    await page.reload();
    await page.getByText('Select a film on the map').waitFor();
    expect((await fetch(`${origin}/graphql`)).status).toBe(404);
    await server.close();
  });

  it('works behind a proxy that strips a prefix', async () => {
    const proxy = createPrefixProxy('/store', dashboard.server.url);
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const page = await dashboard.openPage();
    await page.goto(`${origin}/store/train`);
    await page.getByRole('heading', { name: 'No training runs yet' }).waitFor();
    await page.getByRole('link', { name: 'Explore' }).click();
    await page.getByText('Select a film on the map').waitFor();
    expect(new URL(page.url()).pathname).toBe('/store/explore');
    await page.context().close();
    proxy.close();
  });

  describe('with long and right-to-left titles', () => {
    const LONG = 'Supercalifragilisticexpialidocious'.repeat(3);
    const HEBREW = 'הסרט הארוך ביותר בעולם '.repeat(4).trim();

    beforeAll(() =>
      dashboard.graph.write(
        `MATCH (film:Film)
         SET film.Title = CASE toInteger(film.filmID) % 2 WHEN 0 THEN $long ELSE $hebrew END + ' ' + film.filmID`,
        { long: LONG, hebrew: HEBREW },
      ),
    );

    it.each(['/?customer=1&policy=POPULARITY', '/?customer=1&show=policies', '/explore?film=1', '/compare'])(
      '%s does not overflow on a desktop, a tablet or a phone',
      async (path) => {
        for (const width of [1280, 820, 360]) {
          const page = await dashboard.openPage({ viewport: { width, height: 800 } });
          await page.goto(url(path));
          await page
            .getByText(/Supercali/)
            .first()
            .waitFor({ state: 'attached' });
          expect(await overflow(page)).toBe(0);
          await page.context().close();
        }
      },
    );
  });
});

/** A reverse proxy that removes a prefix from the path and rejects requests outside of it. */
function createPrefixProxy(prefix: string, target: string): Server {
  return createServer(async (request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith(`${prefix}/`)) return void response.writeHead(404).end();
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const { 'content-type': type = 'text/plain', accept = '*/*' } = request.headers;
    const answer = await fetch(new URL(path.slice(prefix.length), target), {
      method: request.method,
      headers: { 'content-type': type, accept },
      body: body.length > 0 ? Buffer.concat(body) : undefined,
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
}
