import { type App, createApp } from '../app';
import type { Logger } from '../logger';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

/** Starts the API server. Resolves when it answers requests. */
export async function serve(settings: Settings, progress: Progress, log: Logger): Promise<App> {
  const app = await createApp(settings, progress, log);
  if (!settings.auth) {
    log.warn(
      'Authentication is off: every caller on this machine is an admin. Set AUTH_SECRET or AUTH_JWKS_URL to require tokens.',
    );
  }
  const dashboard = new URL('.', app.url).href;
  const training = app.trainingMinutes
    ? `. DQN is training in the background for about ${app.trainingMinutes} minutes`
    : '';
  log.info(
    { url: app.url, dashboard },
    `Serving the dashboard at ${dashboard} and the API at ${app.url}${training}`,
  );
  return app;
}
