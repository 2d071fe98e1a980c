import { Argument, Command } from 'commander';
import type { CommandContext } from './command-context';
import type { ImportOptions } from './import-store';

/** `reelgraph import` fills the graph from a data set. */
export const importCommand = (context: CommandContext): Command =>
  new Command('import')
    .description('import films, customers and rentals into the graph')
    .addArgument(new Argument('<store>', 'the data set').choices(['sample', 'dvdrental', 'movielens']))
    .option('--from <location>', 'dvdrental, movielens: a folder or zip file; dvdrental: a postgres:// URL')
    .option('--customers <count>', 'sample: number of customers (default: 599)')
    .option('--films <count>', 'sample: number of films (default: 1000)')
    .option('--seed <number>', 'sample: random seed (default: 1)')
    .addHelpText(
      'after',
      `
An import can be repeated. If it was interrupted, run it again to complete it.

Examples:
  reelgraph import sample --customers 599 --films 1000 --seed 1
  reelgraph import dvdrental --from ./dvdrental.zip
  reelgraph import movielens --from ./ml-100k`,
    )
    .action(async (store: string, options: ImportOptions) => {
      const { importStore } = await import('./import-store.js');
      await importStore(store, options, await context.settings(), context.progress);
    });
