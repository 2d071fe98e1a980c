/** Trains TUTORIAL in a process of its own, prints the run's id, and waits to be killed: train-process.ts GRAPH RESUME? */
import { connectGraph } from '../../../src/graph/connect-graph';
import type { GraphAddress } from '../../../src/graph/open-driver';
import { silentLogger } from '../../../src/logger';
import { loadEngine } from '../../../src/recommender/engine/load-engine';
import { createRecommender } from '../../../src/recommender/recommender';
import { LEASE_MS } from './lease-ms';

async function main([address, resume]: string[]): Promise<void> {
  const graph = await connectGraph(JSON.parse(address) as GraphAddress);
  const { runs } = createRecommender({
    graph,
    engine: await loadEngine('auto'),
    seed: 1,
    logger: silentLogger,
    leaseMs: LEASE_MS,
  });
  const { id } = await runs.start({ policy: 'TUTORIAL', steps: 1_000_000, resume });
  console.log(JSON.stringify({ run: id }));
  for await (const { status } of runs.follow(id)) {
    if (status !== 'RUNNING') console.log(JSON.stringify({ status }));
  }
  await graph.close();
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
