/**
 * Takes the pictures of the dashboard that the documents show, from a service that runs:
 *   npm run screenshots -- [http://127.0.0.1:4000]
 * For the strip of curves it starts a training run.
 * It needs Chromium; CHROMIUM says where it is, /usr/bin/chromium where it is not set.
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
  { name: 'train', path: '/train', context: { viewport: { ...WIDE, height: 1_080 } } },
  { name: 'compare', path: '/compare', context: { viewport: WIDE } },
  {
    name: 'explore',
    path: '/explore?film=12',
    context: { viewport: { width: 1_040, height: 620 }, colorScheme: 'dark' },
  },
  { name: 'phone', path: '/?customer=5&policy=DQN', context: { viewport: PHONE } },
];

/** The charts of the strip by their headings, each a row, and how many moments of a run it shows. */
const CHARTS = ['Loss', 'NDCG@10 on what is held out'];
const MOMENTS = 4;

/** Watches a training run, and sets moments of its curves side by side. */
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
  if (!data) throw new Error(`No run for the strip of curves: ${JSON.stringify(errors)}`);

  const page = await browser.newPage({ viewport: { width: 640, height: 1_800 }, deviceScaleFactor: 2 });
  await page.goto(new URL(`/train?run=${data.startTraining.run.id}`, base).href);
  const charts = CHARTS.map((heading) => page.locator('figure', { hasText: heading }));
  const moments: string[][] = [];
  const look = async () => {
    const pictures = await Promise.all(charts.map((chart) => chart.screenshot()));
    moments.push(pictures.map((picture) => picture.toString('base64')));
  };
  await Promise.all(charts.map((chart) => chart.locator('canvas').waitFor()));
  while (await page.getByRole('status').filter({ hasText: 'goes on' }).count()) await look();
  await look();

  const shown = Array.from(
    { length: MOMENTS },
    (_, at) => moments[Math.round(((at + 1) / MOMENTS) * moments.length) - 1],
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

async function main(base = 'http://127.0.0.1:4000') {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
  for (const { name, path, context } of PICTURES) {
    const page = await browser.newPage(context);
    await page.goto(new URL(path, base).href);
    await page.waitForLoadState('networkidle');
    // Fonts and drawings take a moment longer.
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
  await takeStrip(browser, base);
  await browser.close();
}

main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
