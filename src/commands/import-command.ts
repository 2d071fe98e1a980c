import { Argument, Command } from 'commander';
import { AppError } from '../app-error';
import type { CommandContext } from './command-context';
import { STORE_NAMES, type StoreName } from '../store/read-store';
import type { ImportOptions } from './import-store';
import { integer, number } from './option-parsers';

/** `reelgraph import` fills the graph from a data set. */
export const importCommand = (context: CommandContext): Command =>
  new Command('import')
    .description('import a data set into the graph, or policy weights that were trained elsewhere')
    .addArgument(
      new Argument('<store>', 'what to import: a data set, or the weights of a policy').choices([
        ...STORE_NAMES,
        'policy',
      ]),
    )
    .option(
      '--from <location>',
      'dvdrental: an archive or SQL dump of pg_dump, CSV files or a postgres:// URL; movielens: a folder or archive; policy: a .safetensors file',
    )
    .option(
      '--min-rating <number>',
      'movielens: ignore lower ratings (default: import all ratings)',
      number(RATINGS),
    )
    .option('--dry-run', 'read the source and print a summary without writing to the graph')
    .option('--replace', 'delete the data set that the graph contains and everything learned from it')
    .option('--customers <count>', 'sample: number of customers', integer({ min: 1 }), 599)
    .option('--films <count>', 'sample: number of films', integer({ min: 16 }), 1_000)
    .option('--seed <number>', 'sample: random seed', integer(), 1)
    .addHelpText(
      'after',
      `
Running an import again updates the graph. An interrupted import continues where it stopped.

Examples:
  reelgraph import sample --customers 599 --films 1000 --seed 1
  reelgraph import dvdrental --from ./dvdrental.zip
  reelgraph import dvdrental --from postgres://user:password@host:5432/dvdrental
  reelgraph import movielens --from ./ml-latest.zip --dry-run
  reelgraph import movielens --from ./ml-latest.zip --min-rating 3
  reelgraph import policy --from ./dqn.safetensors`,
    )
    .action(async (store: StoreName | 'policy', options: ImportOptions) => {
      if (store === 'policy') {
        const { importPolicy } = await import('./import-policy.js');
        const version = await importPolicy(requireFrom(options), await context.settings(), context.progress);
        context.stdout.write(
          `Imported version ${version} of policy DQN. Promote it to make it the default.\n`,
        );
        return;
      }
      const { importStore } = await import('./import-store.js');
      await importStore(store, options, await context.settings(), context.progress, context.stdout);
    });

/** The range that covers all common rating scales. */
const RATINGS = { min: -1_000, max: 1_000 };

/** @throws AppError BAD_USER_INPUT */
function requireFrom({ from }: ImportOptions): string {
  if (from) return from;
  throw new AppError('BAD_USER_INPUT', '--from is missing: reelgraph import policy --from FILE.safetensors');
}
