import { Command, Option } from 'commander';
import { SIGNAL_EXIT_CODES, type CommandContext } from './command-context';
import { TRAINABLE } from '../recommender/policies/policy';
import { integer, oneOf } from './option-parsers';
import type { TrainOptions } from './train/train';

/** `reelgraph train` trains a policy and shows its curves. */
export const trainCommand = (context: CommandContext): Command =>
  new Command('train')
    .description('train a policy and show its curves')
    .addOption(
      new Option('--policy <name>', 'the policy to train')
        .choices(TRAINABLE)
        .argParser(oneOf(TRAINABLE))
        .default('DQN'),
    )
    .option(
      '--seed <number>',
      'random seed (default: the seed of the resumed run, or 1)',
      integer({ min: 0 }),
    )
    .option('--steps <count>', 'max number of steps (default: 5000)', integer({ min: 1 }))
    .option('--resume <run>', 'id of an earlier run to continue, with the current films and rentals')
    .option('--json', 'print JSON lines (default if the output is not a terminal)')
    .addHelpText(
      'after',
      `
Ctrl-C cancels the run and keeps its latest weights; press it again to force quit.
The exit code is 1 if the run fails, and 130 if it was cancelled with Ctrl-C.

Examples:
  reelgraph train
  reelgraph train --policy TUTORIAL --steps 2000
  reelgraph train --resume 3f2b8f0e-9d53-4f0c-8a55-0d9c1c1f2f35`,
    )
    .action(async (options: TrainOptions) => {
      const cancelling = new AbortController();
      let code = 0;
      context.onSignal((signal) => {
        code = SIGNAL_EXIT_CODES[signal];
        cancelling.abort();
      });
      const { train } = await import('./train/train.js');
      const summary = await train(
        options,
        await context.settings(),
        context.progress,
        context.stdout,
        cancelling.signal,
      );
      context.print(summary);
      await context.exit(code);
    });
