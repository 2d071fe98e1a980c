import type { Page } from 'playwright-core';
import { hasBrowser, overflow, violations } from './browser';
import { type Dashboard, openDashboard, SECRET, signToken } from './open-dashboard';

const withBrowser = hasBrowser ? describe : describe.skip;

type Role = 'anonymous' | 'customer' | 'analyst' | 'trainer' | 'admin';
type View = '/' | '/?show=policies' | '/train' | '/compare' | '/explore' | '/system';

/** A text that the view shows to the role, and one that it must not show. */
type Expectation = [shown: RegExp, absent?: RegExp];

const SIGN_IN: Expectation = [/requires a token with the role/, /Start training/];
const FORBIDDEN: Expectation = [
  /signed in as customer. This view requires the role analyst, trainer or admin/,
];
const MAP: Expectation = [/Nearest films|Select a film on the map/];

const EXPECTED: Record<Role, Record<View, Expectation>> = {
  anonymous: {
    '/': SIGN_IN,
    '/?show=policies': SIGN_IN,
    '/train': SIGN_IN,
    '/compare': SIGN_IN,
    '/explore': MAP,
    '/system': SIGN_IN,
  },
  customer: {
    '/': [/Only your own rentals and recommendations are visible/],
    '/?show=policies': [/Only your own rentals and recommendations are visible/],
    '/train': FORBIDDEN,
    '/compare': FORBIDDEN,
    '/explore': MAP,
    '/system': FORBIDDEN,
  },
  analyst: {
    '/': [/Customer names are hidden[^]*For Customer 1\n/],
    '/?show=policies': [/Customer names are hidden[^]*ItemKNN/],
    '/train': [/Starting and cancelling them requires the role trainer or admin/, /Max steps/],
    '/compare': [/Evaluating and promoting requires the role trainer or admin/, /Training share/],
    '/explore': MAP,
    '/system': [/Last 30 days/],
  },
  trainer: {
    '/': [/Customer names are hidden[^]*For Customer 1\n/],
    '/?show=policies': [/Customer names are hidden[^]*ItemKNN/],
    '/train': [/Start training/],
    '/compare': [/Customer names are hidden[^]*Evaluate all policies/],
    '/explore': MAP,
    '/system': [/Last 30 days/],
  },
  admin: {
    '/': [/For [A-Z]\S+ \S+\n/, /names are hidden/],
    '/?show=policies': [/For [A-Z]\S+ \S+\n/, /names are hidden/],
    '/train': [/Start training/],
    '/compare': [/Evaluate all policies/, /names are hidden/],
    '/explore': MAP,
    '/system': [/Last 30 days/],
  },
};

withBrowser('the dashboard for each role', () => {
  let dashboard: Dashboard;

  beforeAll(async () => {
    dashboard = await openDashboard({ AUTH_SECRET: SECRET });
  });
  afterAll(() => dashboard?.close());

  const pages = new Map<Role, Page>();
  const pageOf = async (role: Role): Promise<Page> => {
    const known = pages.get(role);
    if (known) return known;
    const token =
      role === 'anonymous'
        ? undefined
        : await signToken(role, { customerId: role === 'customer' ? '5' : undefined });
    const page = await dashboard.openPage({ token });
    pages.set(role, page);
    return page;
  };

  const walks = (Object.keys(EXPECTED) as Role[]).flatMap((role) =>
    (Object.keys(EXPECTED[role]) as View[]).map((view) => ({ role, view })),
  );

  it.each(walks)('shows $view to $role', async ({ role, view }) => {
    const [shown, absent] = EXPECTED[role][view];
    const page = await pageOf(role);
    await page.goto(new URL(view, dashboard.server.url).href);
    const main = page.getByRole('main');
    while (!shown.test(await main.innerText())) await page.waitForTimeout(50);
    await page.locator('[class*=loading]').first().waitFor({ state: 'detached' });
    expect(await main.innerText()).toMatch(shown);
    if (absent) expect(await main.innerText()).not.toMatch(absent);
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 780 });
    // The map is drawn again after the page has changed its size.
    while ((await overflow(page)) > 0) await page.waitForTimeout(50);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it.each(['customer', 'analyst', 'trainer', 'admin'] as const)(
    'names the role %s in the header',
    async (role) => {
      const page = await pageOf(role);
      await page.goto(new URL('/explore', dashboard.server.url).href);
      await page.getByTitle('Your role').filter({ hasText: role }).waitFor();
    },
  );
});
