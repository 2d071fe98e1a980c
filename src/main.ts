#!/usr/bin/env node
// First of all: what it traces is wrapped as it is loaded.
import { stopTracing } from './tracing/tracing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import pino from 'pino';
import { AppError } from './app-error';
import { doctor } from './commands/doctor/doctor';
import { embed } from './commands/embed';
import { evaluate, type EvaluateOptions } from './commands/evaluate';
import { exportFiles, type ExportOptions, listFiles } from './commands/export/export';
import { importStore } from './commands/import-store';
import { recommend, type RecommendOptions } from './commands/recommend';
import { serve } from './commands/serve';
import { train, type TrainOptions } from './commands/train/train';
import { simulate, type SimulateOptions } from './commands/simulate';
import { createProgress } from './progress';
import { parseSettings } from './settings';

const progress = createProgress(process.stderr);
const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};
const settings = () => parseSettings(process.env);

const program = new Command('reelgraph')
  .description('Recommendations learned from a Neo4j graph of films, actors, categories and customers.')
  .version(version, '-V', 'say which version this is')
  .showHelpAfterError('(reelgraph --help shows how it is used)')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph doctor
  reelgraph serve
  reelgraph <command> --help`,
  );

program
  .command('serve')
  .description('serve the API; without NEO4J_URI on a private Neo4j, which is started and filled')
  .addHelpText(
    'after',
    `
Ctrl-C lets what is under way end and stops the private Neo4j; a second one ends the process at once.

Examples:
  reelgraph serve
  PORT=8080 reelgraph serve
  NEO4J_URI=neo4j+s://xxxx.databases.neo4j.io NEO4J_PASSWORD=… reelgraph serve`,
  )
  .action(async () => {
    const values = settings();
    const log = pino({ level: values.logLevel });
    const app = await serve(values, progress, log);
    stopOnSignal(() => app.close());
  });

program
  .command('import')
  .description('import a store into the graph')
  .argument('<store>', 'sample, dvdrental or movielens')
  .option('--from <where>', 'folder, zip or (dvdrental) postgres:// URL to read')
  .option('--customers <number>', 'sample: how many customers')
  .option('--films <number>', 'sample: how many films')
  .option('--seed <number>', 'sample: the seed of its randomness')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph import sample --customers 599 --films 1000 --seed 1
  reelgraph import dvdrental --from ./dvdrental.zip
  reelgraph import movielens --from ./ml-100k`,
  )
  .action((store: string, options: Record<string, string | undefined>) =>
    importStore(store, options, settings(), progress),
  );

program
  .command('embed')
  .description('let Graph Data Science write node2vec and FastRP embeddings')
  .argument('[embedding...]', 'NODE2VEC, FASTRP; both where none is named')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph embed
  reelgraph embed FASTRP`,
  )
  .action((names: string[]) => embed(names, settings(), progress));

program
  .command('evaluate')
  .description('compare policies on rentals that they were not trained on')
  .option('--policies <names>', 'policies separated by commas (default: all)')
  .option('--k <number>', 'films of each list that count, between 1 and 100', '10')
  .addOption(
    new Option('--split <kind>', 'how to split rentals into training and test')
      .choices(['global', 'per-customer', 'leave-one-out'])
      .default('global'),
  )
  .option('--share <number>', 'the share of rentals to train on', '0.8')
  .option(
    '--date <date>',
    'the date of a global split (default: the date before which --share of rentals lie)',
  )
  .option('--seed <number>', 'the random seed', '1')
  .option('--json', 'print JSON instead of a table')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph evaluate
  reelgraph evaluate --policies DQN,EASE --k 20 --json
  reelgraph evaluate --split per-customer --share 0.9`,
  )
  .action((options: EvaluateOptions) => evaluate(options, settings(), progress, process.stdout));

program
  .command('recommend')
  .description('recommend films to a customer')
  .argument('<customer>', 'id of the customer')
  .option('--first <number>', 'max number of films, between 1 and 100', '5')
  .option('--policy <name>', 'policy to use (default: the promoted policy)')
  .option('--json', 'print JSON instead of a table')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph recommend 1
  reelgraph recommend 1 --first 10 --policy EASE --json`,
  )
  .action((customer: string, options: RecommendOptions) =>
    recommend(customer, options, settings(), progress, process.stdout),
  );

program
  .command('train')
  .description('train a policy and show its curves; JSON lines where there is no terminal')
  .option('--policy <name>', 'DQN or TUTORIAL; DQN where none is named')
  .option('--seed <number>', 'the seed of its randomness')
  .option('--steps <number>', 'how many steps at the most')
  .option('--resume <run>', 'go on from what an earlier run published, with the rentals and films of today')
  .addHelpText(
    'after',
    `
Ctrl-C ends the run and keeps what it learned; a second one ends the process at once.

Examples:
  reelgraph train
  reelgraph train --policy TUTORIAL --steps 2000
  reelgraph train --resume 3f2b8f0e-9d53-4f0c-8a55-0d9c1c1f2f35`,
  )
  .action(async (options: TrainOptions) => {
    const cancelling = new AbortController();
    const cancel = () => {
      if (cancelling.signal.aborted) process.exit(130);
      cancelling.abort();
    };
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    const summary = await train(options, settings(), progress, process.stdout, cancelling.signal);
    process.stderr.write(summary);
    process.exit();
  });

program
  .command('simulate')
  .description("let the sample store's customers visit policies, and see which of them they rent from")
  .option('--visits <number>', 'how many visits a world', '5000')
  .option('--seeds <numbers>', 'seeds with commas between them: one world each', '1')
  .option('--exploration <share>', 'the chance that the online agent shows a random film at a place', '0.01')
  .option('--json', 'print JSON instead of a table')
  .addHelpText(
    'after',
    `
Examples:
  reelgraph simulate
  reelgraph simulate --visits 2000 --seeds 1,2,3 --exploration 0.05 --json`,
  )
  .action((options: SimulateOptions) => simulate(options, settings(), progress, process.stdout));

program
  .command('export')
  .description(
    'write to files what the graph keeps: weights of a policy, embeddings, curves of a training run',
  )
  .argument('<what>', 'policy, embeddings or curves')
  .argument(
    '[name]',
    'policy: DQN or TUTORIAL; embeddings: NODE2VEC or FASTRP; curves: id of a run, else the newest',
  )
  .option('--to <path>', 'file or folder; its ending says the format')
  .option('--version <name>', 'policy: the version; the newest where none is named')
  .addHelpText(
    'after',
    `
Formats: policy as safetensors, or a folder with a LayersModel of TensorFlow.js; embeddings as CSV or Parquet;
curves as CSV, or drawn as SVG or PNG.

Examples:
  reelgraph export policy DQN --to ./dqn
  reelgraph export policy TUTORIAL --to tutorial.safetensors
  reelgraph export embeddings NODE2VEC --to films.parquet
  reelgraph export curves --to curves.png`,
  )
  .action(async (what: string, name: string | undefined, options: ExportOptions) => {
    process.stdout.write(await listFiles(await exportFiles(what, name, options, settings(), progress)));
  });

program
  .command('doctor')
  .description('look whether this machine and the graph have what the service needs, and say what to do')
  .option('--json', 'one line of JSON for each thing that was looked at')
  .addHelpText(
    'after',
    `
Ends with exit code 1 where something keeps the service from working.

Examples:
  reelgraph doctor
  NEO4J_URI=neo4j+s://xxxx.databases.neo4j.io NEO4J_PASSWORD=… reelgraph doctor
  reelgraph doctor --json | grep '"status":"fail"'`,
  )
  .action(async (options: { json?: boolean }) => {
    const isWell = await doctor(options, settings(), progress, (text) => process.stdout.write(text));
    if (!isWell) process.exitCode = 1;
  });

/** Stops once, however often it is asked to; a second signal ends the process at once. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    close()
      .then(stopTracing)
      .then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One clear message for what the user can mend; a stack only for what nobody foresaw. */
function fail(error: unknown): void {
  process.stderr.write(
    `\n${error instanceof AppError ? error.message : String((error as Error)?.stack ?? error)}\n`,
  );
  process.exit(1);
}

program.parseAsync().catch(fail);
