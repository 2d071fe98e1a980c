/**
 * Takes the pictures of the dashboard that the README shows, from a service that runs:
 *   npm run screenshots -- [http://127.0.0.1:4000]
 * It needs Chromium; CHROMIUM says where it is, /usr/bin/chromium where it is not set.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium } from 'playwright-core';

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
  await browser.close();
}

main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
