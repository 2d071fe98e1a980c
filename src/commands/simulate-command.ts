import { Command } from 'commander';
import type { CommandContext } from './command-context';
import { integer, listOf, number } from './option-parsers';
import type { SimulateOptions } from './simulate';

/** `reelgraph simulate` compares policies on customers with known tastes. */
export const simulateCommand = (context: CommandContext): Command =>
  new Command('simulate')
    .description('compare policies on simulated visits of the sample store’s customers')
    .option('--visits <count>', 'visits per seed and policy', integer({ min: 10 }), 5_000)
    .option('--seeds <numbers>', 'random seeds separated by commas', listOf(integer()), [1])
    .option(
      '--exploration <share>',
      'probability that the online agent shows a random film in a slot',
      number({ min: 0, max: 1 }),
      0.01,
    )
    .option('--json', 'print JSON instead of a table')
    .addHelpText(
      'after',
      `
The simulation runs in memory; it does not change the graph.

Examples:
  reelgraph simulate
  reelgraph simulate --visits 2000 --seeds 1,2,3 --exploration 0.05 --json`,
    )
    .action(async (options: SimulateOptions) => {
      const { simulate } = await import('./simulate.js');
      await simulate(options, await context.settings(), context.progress, context.stdout);
    });
