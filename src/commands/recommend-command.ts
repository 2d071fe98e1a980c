import { Command, Option } from 'commander';
import { POLICY_NAMES } from '../recommender/policies/policy';
import type { CommandContext } from './command-context';
import { integer, oneOf } from './option-parsers';
import type { RecommendOptions } from './recommend';

/** `reelgraph recommend` prints a list of recommendations. */
export const recommendCommand = (context: CommandContext): Command =>
  new Command('recommend')
    .description('recommend films to a customer')
    .argument('<customer>', 'the id of the customer')
    .option('--first <count>', 'number of films', integer({ min: 1, max: 100 }), 5)
    .addOption(
      new Option('--policy <name>', 'the policy to use (default: the promoted policy)')
        .choices(POLICY_NAMES)
        .argParser(oneOf(POLICY_NAMES)),
    )
    .option('--json', 'print JSON instead of a table')
    .addHelpText(
      'after',
      `
Examples:
  reelgraph recommend 1
  reelgraph recommend 1 --first 10 --policy EASE --json`,
    )
    .action(async (customer: string, options: RecommendOptions) => {
      const { recommend } = await import('./recommend.js');
      await recommend(customer, options, await context.settings(), context.progress, context.stdout);
    });
