import { type App, createApp } from '../app';
import type { Logger } from '../logger';
import type { Settings } from '../settings';
import type { CommandContext } from './command-context';

/** Starts the API server. Resolves when it answers requests; a signal or the end of the private Neo4j stops it later. */
export async function serve(settings: Settings, context: CommandContext, log: Logger): Promise<void> {
  const app = await createApp(settings, context.progress, log);
  const stop = async (code: number) => {
    await app.close().catch((err: unknown) => log.error({ err }, 'Shutting down failed'));
    await context.exit(code);
  };
  // Before the announcement: a program that waits for it may send a signal at once.
  context.onSignal(() => {
    log.info({}, 'Shutting down. A second signal exits immediately.');
    void stop(0);
  });
  void app.failed.then((err) => {
    log.error({ err }, err.message);
    return stop(1);
  });
  announce(app, settings, log);
}

function announce(app: App, { auth }: Settings, log: Logger): void {
  if (!auth) {
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
}
