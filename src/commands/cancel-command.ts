import { Command } from 'commander';
import type { CommandContext } from './command-context';

/** `reelgraph cancel` cancels a training run of any process. */
export const cancelCommand = (context: CommandContext): Command =>
  new Command('cancel')
    .description('cancel a training run and keep its latest weights')
    .argument('<run>', 'the id of the run; reelgraph runs lists them')
    .addHelpText(
      'after',
      `
Example:
  reelgraph cancel 3f2b8f0e-9d53-4f0c-8a55-0d9c1c1f2f35`,
    )
    .action(async (run: string) => {
      const { cancelRun } = await import('./cancel-run.js');
      await cancelRun(run, await context.settings(), context.progress, context.stdout);
    });
