import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import type { Graph } from '../../src/graph/graph';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { openTestGraph } from '../test-graph';
import { hasBrowser, openBrowser } from '../web/browser';

const ROOT = join(__dirname, '..', '..');

const withBrowser = hasBrowser ? describe : describe.skip;
if (!hasBrowser) console.warn('The React example is not tested: there is no /usr/bin/chromium.');

/** Serves the page like `npm run example:react`, together with a service. */
async function servePage(serviceUrl: string): Promise<{ url: string; vite: ChildProcess }> {
  const command = [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'examples/react', '--port', '0'];
  const env = { ...process.env, REELGRAPH_URL: new URL(serviceUrl).origin, NO_COLOR: '1' };
  const vite = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(vite.stdout).on('line', (line) => {
      const served = /http:\/\/\S+/.exec(line);
      if (served) resolve(served[0]);
    });
    vite.once('exit', (code) => reject(new Error(`Vite ended with ${code}.`)));
  });
  return { url, vite };
}

withBrowser('the React example', () => {
  let graph: Graph;
  let server: TestServer;
  let browser: Browser;
  let page: Awaited<ReturnType<typeof servePage>>;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    server = await startTestServer(graph);
    page = await servePage(server.url);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    page?.vite.kill();
    await server?.close();
    await graph?.close();
  });

  it("shows a customer's recommendations with reasons, and another customer's on demand", async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    const films = tab.locator('ol > li');
    await films.nth(4).waitFor();
    expect(await films.count()).toBe(5);
    expect(await tab.locator('ol ul > li').first().textContent()).toMatch(/which this customer rented/);
    const name = await tab.locator('h2').textContent();
    await tab.getByLabel('Customer').fill('2');
    await tab.getByRole('button', { name: 'Show' }).click();
    await tab.locator('h2', { hasNotText: name ?? '' }).waitFor();
    await films.nth(4).waitFor();
    await tab.getByLabel('Customer').fill('nobody');
    await tab.getByRole('button', { name: 'Show' }).click();
    expect(await tab.getByRole('alert').textContent()).toMatch(/NOT_FOUND: No customer has the id "nobody"/);
  });
});
