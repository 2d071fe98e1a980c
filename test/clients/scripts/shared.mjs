import { WebSocket as NodeWebSocket } from 'ws';

/** The address of the API. */
export const [url] = process.argv.slice(2);

export const WebSocket = NodeWebSocket;

export const RUN = 'subscription ($run: ID!) { trainingProgress(run: $run) { run status step } }';

/** Starts a short training run and returns its id. Waits while another one is running. */
export async function startRun() {
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation { startTraining(input: { policy: TUTORIAL, steps: 50 }) { run { id } } }',
      }),
    });
    const { data, errors } = await response.json();
    if (!errors) return data.startTraining.run.id;
    if (errors[0].extensions.code !== 'TRAINING_BUSY') throw new Error(errors[0].message);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
