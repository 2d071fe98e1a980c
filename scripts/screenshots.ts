/**
 * Takes the dashboard screenshots for the documentation from a running server:
 *   npm run screenshots -- [http://127.0.0.1:4000] [--no-run]
 * It starts a training run for the picture of the curves, which --no-run leaves as it is.
 * Requires Chromium; set CHROMIUM to its path (default: /usr/bin/chromium).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

const FOLDER = join(__dirname, '..', 'docs', 'images');
const WIDE = { width: 1_280, height: 800 };
const PHONE = { width: 390, height: 844 };

const PICTURES: readonly { name: string; path: string; context: BrowserContextOptions }[] = [
  { name: 'recommend', path: '/?customer=5&policy=DQN', context: { viewport: WIDE } },
  {
    name: 'policies',
    path: '/?customer=5&show=policies',
    context: { viewport: WIDE, colorScheme: 'dark' },
  },
  { name: 'train', path: '/train?run=RUN', context: { viewport: { ...WIDE, height: 1_080 } } },
  { name: 'compare', path: '/compare', context: { viewport: { ...WIDE, height: 1_080 } } },
  { name: 'system', path: '/system', context: { viewport: { ...WIDE, height: 1_080 }, colorScheme: 'dark' } },
  {
    name: 'explore',
    path: '/explore?film=12',
    context: { viewport: { width: 1_040, height: 620 }, colorScheme: 'dark' },
  },
  { name: 'phone', path: '/?customer=5&policy=DQN', context: { viewport: PHONE } },
];

/** The charts in curves.png by heading, one row each, and the number of columns. */
const CHARTS = ['Loss', 'NDCG@10 (validation)'];
const MOMENTS = 4;

/** Follows a training run and combines screenshots of its curves into one picture. */
async function takeStrip(browser: Browser, base: string): Promise<void> {
  const started = await fetch(new URL('/graphql', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation { startTraining(input: { policy: DQN, seed: 1 }) { run { id } } }',
    }),
  });
  const { data, errors } = (await started.json()) as {
    data?: { startTraining: { run: { id: string } } };
    errors?: unknown;
  };
  if (!data) throw new Error(`Failed to start a training run: ${JSON.stringify(errors)}`);

  const page = await browser.newPage({ viewport: { width: 640, height: 1_800 }, deviceScaleFactor: 2 });
  await page.goto(new URL(`/train?run=${data.startTraining.run.id}`, base).href);
  const charts = CHARTS.map((heading) => page.locator('figure', { hasText: heading }));
  const moments: string[][] = [];
  const look = async () => {
    const pictures = await Promise.all(charts.map((chart) => chart.screenshot()));
    moments.push(pictures.map((picture) => picture.toString('base64')));
  };
  await Promise.all(charts.map((chart) => chart.locator('canvas').waitFor()));
  while (await page.getByRole('status').filter({ hasText: 'running' }).count()) await look();
  await look();

  const shown = Array.from(
    { length: MOMENTS },
    (_, i) => moments[Math.round(((i + 1) / MOMENTS) * moments.length) - 1],
  );
  const rows = CHARTS.map((_, row) =>
    shown.map((pictures) => `<img src="data:image/png;base64,${pictures[row]}">`),
  );
  await page.setViewportSize({ width: 1_280, height: 400 });
  await page.setContent(
    `<!doctype html><style>
      body { margin: 0; padding: 12px; background: #f7f5f1; display: grid; gap: 12px; grid-template-columns: repeat(${MOMENTS}, 1fr) }
      img { width: 100% }
    </style>${rows.flat().join('')}`,
  );
  await page.locator('body').screenshot({ path: join(FOLDER, 'curves.png') });
  await page.close();
  console.log('docs/images/curves.png');
}

/** Returns the id of the newest DQN run that succeeded. */
async function newestRun(base: string): Promise<string> {
  const response = await fetch(new URL('/graphql', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ trainingRuns(first: 100) { id policy status } }' }),
  });
  const { data } = (await response.json()) as {
    data: { trainingRuns: { id: string; policy: string; status: string }[] };
  };
  const run = data.trainingRuns.find(({ policy, status }) => policy === 'DQN' && status === 'SUCCEEDED');
  if (!run) throw new Error('The server has no DQN run that succeeded. Run it without --no-run.');
  return run.id;
}

async function main(base = 'http://127.0.0.1:4000') {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
  if (!process.argv.includes('--no-run')) await takeStrip(browser, base);
  const run = await newestRun(base);
  for (const { name, path, context } of PICTURES) {
    const page = await browser.newPage(context);
    await page.goto(new URL(path.replace('RUN', run), base).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByText(/^Loading/)
      .first()
      .waitFor({ state: 'hidden', timeout: 60_000 });
    // Otherwise the page says that it waits for the server.
    await page.getByText('Online').first().waitFor({ timeout: 60_000 });
    // Wait for fonts and canvas drawings.
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
  await browser.close();
}

main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
