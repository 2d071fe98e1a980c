import { type App, createApp } from '../app';
import type { Logger } from '../logger';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

const NO_TOKENS =
  'Everyone on this machine is an admin here: no tokens are asked for. Set AUTH_SECRET or AUTH_JWKS_URL to ask for them.';

/** Serves until it is told to stop; resolves once the service answers. */
export async function serve(settings: Settings, progress: Progress, log: Logger): Promise<App> {
  const app = await createApp(settings, progress, log);
  log.info({ url: app.url }, `Serving at ${app.url}`);
  if (!settings.auth) log.warn({}, NO_TOKENS);
  return app;
}
