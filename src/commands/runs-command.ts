import { Command } from 'commander';
import type { CommandContext } from './command-context';
import { integer } from './option-parsers';
import type { ListRunsOptions } from './list-runs';

/** `reelgraph runs` lists training runs. */
export const runsCommand = (context: CommandContext): Command =>
  new Command('runs')
    .description('list the newest training runs')
    .option('--first <count>', 'number of runs', integer({ min: 1, max: 100 }), 10)
    .option('--json', 'print a line of JSON per run')
    .addHelpText(
      'after',
      `
Examples:
  reelgraph runs
  reelgraph runs --first 1 --json`,
    )
    .action(async (options: ListRunsOptions) => {
      const { listRuns } = await import('./list-runs.js');
      await listRuns(options, await context.settings(), context.progress, context.stdout);
    });
