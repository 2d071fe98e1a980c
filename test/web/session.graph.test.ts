import { hasBrowser, violations } from './browser';
import { type Dashboard, openDashboard, SECRET, signToken } from './open-dashboard';

const withBrowser = hasBrowser ? describe : describe.skip;

withBrowser('signing in to the dashboard', () => {
  let dashboard: Dashboard;
  const url = (path: string) => new URL(path, dashboard.server.url).href;

  beforeAll(async () => {
    dashboard = await openDashboard({ AUTH_SECRET: SECRET });
  });
  afterAll(() => dashboard?.close());

  it('accepts a token, keeps it after a reload, and removes it on sign-out', async () => {
    const page = await dashboard.openPage();
    await page.goto(url('/'));
    await page.getByLabel('Bearer token').fill(await signToken('admin'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Bearer token').waitFor();
    await page.reload();
    await page.getByLabel('Bearer token').waitFor();
  });

  it('keeps a token for other tabs only on request', async () => {
    const page = await dashboard.openPage();
    await page.goto(url('/train'));
    await page.getByLabel('Bearer token').fill(await signToken('analyst'));
    await page.getByLabel('Remember on this device').check();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No training runs yet' }).waitFor();
    const tab = await page.context().newPage();
    await tab.goto(url('/train'));
    await tab.getByRole('heading', { name: 'No training runs yet' }).waitFor();
  });

  it('asks for a new token in place if the token has expired', async () => {
    const token = await signToken('admin', { expiresAt: new Date(Date.now() - 1_000) });
    const page = await dashboard.openPage();
    await page.goto(url('/train'));
    await page.evaluate(`sessionStorage.setItem('reelgraph.token', '${token}')`);
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'Your token has expired' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Bearer token').fill(await signToken('trainer'));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start training' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/train');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('keeps the data on the page when the token expires while it is open', async () => {
    const page = await dashboard.openPage({ token: await signToken('admin') });
    await page.goto(url('/?customer=2'));
    await page.getByRole('heading', { name: 'Recommended' }).waitFor();
    const unauthenticated = {
      data: null,
      errors: [{ message: 'The token has expired.', extensions: { code: 'UNAUTHENTICATED' } }],
    };
    await page.route('**/graphql', (route) => route.fulfill({ status: 401, json: unauthenticated }));
    await page.getByLabel('Category').selectOption({ index: 1 });
    await page.getByRole('alert').filter({ hasText: 'The token has expired' }).first().waitFor();
    await page.getByRole('heading', { name: 'Rentals' }).waitFor();
  });
});
