import { Command, Option } from 'commander';
import { RECOMMENDER_NAMES } from '../recommender/simulation/recommender-names';
import type { CommandContext } from './command-context';
import { integer, listOf, oneOf } from './option-parsers';
import type { SimulateOptions } from './simulate';

/** `reelgraph simulate` compares recommenders in stores where satisfaction decides who returns. */
export const simulateCommand = (context: CommandContext): Command =>
  new Command('simulate')
    .description('compare recommenders in simulated stores whose customers return if they are satisfied')
    .option('--days <count>', 'number of days to simulate', integer({ min: 1, max: 1_000 }), 90)
    .addOption(
      new Option('--seeds <numbers>', 'random seeds separated by commas, one store each')
        .argParser(listOf(integer()))
        .default([1], '1'),
    )
    .addOption(
      new Option(
        '--recommenders <names>',
        `recommenders separated by commas: ${RECOMMENDER_NAMES.join(', ')}`,
      )
        .argParser(listOf(oneOf(RECOMMENDER_NAMES)))
        .default([...RECOMMENDER_NAMES], 'all'),
    )
    .addOption(
      new Option(
        '--world <kind>',
        'standard: satisfied customers return more often and stay longer; null: satisfaction has no effect',
      )
        .choices(['standard', 'null'])
        .default('standard'),
    )
    .option('--customers <count>', 'customers per store', integer({ min: 10, max: 100_000 }), 600)
    .option('--films <count>', 'films per store', integer({ min: 50, max: 10_000 }), 300)
    .option('--steps <count>', 'training steps of the agents that plan ahead', integer({ min: 1 }), 1_200)
    .option('--trials', 'test the promotion rule while tastes drift, instead of comparing recommenders')
    .option('--to <path>', 'also write a plot of the daily curves to this file (.svg or .png)')
    .option('--json', 'print JSON instead of a table')
    .addHelpText(
      'after',
      `
The simulation runs in memory and needs no graph.

Examples:
  reelgraph simulate
  reelgraph simulate --days 90 --seeds 1,2,3 --recommenders LOOKAHEAD,MYOPIC,EASE --to curves.svg
  reelgraph simulate --world null --json
  reelgraph simulate --trials --seeds 1,2,3,4`,
    )
    .action(async (options: SimulateOptions) => {
      const { simulate } = await import('./simulate.js');
      await simulate(options, await context.settings(), context.progress, context.stdout);
    });
