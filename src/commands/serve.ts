import { type App, createApp, type Log } from '../app';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

/** Serves until it is told to stop; resolves once the service answers. */
export async function serve(settings: Settings, progress: Progress, log: Log): Promise<App> {
  const app = await createApp(settings, progress, log);
  log.info({ url: app.url }, `Serving at ${app.url}`);
  return app;
}
