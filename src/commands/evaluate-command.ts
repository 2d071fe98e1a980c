import { Command, InvalidArgumentError, Option } from 'commander';
import { POLICY_NAMES } from '../recommender/policies/policy';
import type { CommandContext } from './command-context';
import type { EvaluateOptions } from './evaluate';
import { date, integer, listOf, number, oneOf } from './option-parsers';
import { SPLIT_NAMES } from './split-names';

/** `reelgraph evaluate` compares policies offline. */
export const evaluateCommand = (context: CommandContext): Command =>
  new Command('evaluate')
    .description('compare policies on rentals that they were not trained on')
    .option(
      '--policies <names>',
      `policies separated by commas: ${POLICY_NAMES.join(', ')} (default: all)`,
      listOf(oneOf(POLICY_NAMES)),
    )
    .option('--k <number>', 'length of the lists to measure', integer({ min: 1, max: 100 }), 10)
    .addOption(
      new Option('--split <kind>', 'how to split the rentals into training and test data')
        .choices(SPLIT_NAMES)
        .default('global'),
    )
    .option('--share <number>', 'share of the rentals to train on', trainingShare, 0.8)
    .option(
      '--date <date>',
      'global: the date that separates training from test data (default: derived from --share)',
      date,
    )
    .option('--seed <number>', 'random seed', integer(), 1)
    .option('--json', 'print JSON instead of a table')
    .addHelpText(
      'after',
      `
Examples:
  reelgraph evaluate
  reelgraph evaluate --policies DQN,EASE --k 20 --json
  reelgraph evaluate --split per-customer --share 0.9`,
    )
    .action(async (options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate.js');
      await evaluate(options, await context.settings(), context.progress, context.stdout);
    });

/** Both parts of a split need rentals, so 0 and 1 are excluded. */
function trainingShare(text: string): number {
  const share = number({ min: 0, max: 1 })(text);
  if (share > 0 && share < 1) return share;
  throw new InvalidArgumentError('Expected a number above 0 and below 1.');
}
