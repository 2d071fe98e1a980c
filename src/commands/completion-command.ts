import { Argument, Command } from 'commander';
import type { CommandContext } from './command-context';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `reelgraph completion` prints a script for shells that completes commands and options. */
export const completionCommand = (_context: CommandContext): Command =>
  new Command('completion')
    .description('print a shell completion script')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  source <(reelgraph completion bash)
  reelgraph completion zsh > "\${fpath[1]}/_reelgraph"
  reelgraph completion fish > ~/.config/fish/completions/reelgraph.fish`,
    )
    .action(async (shell: string) => {
      const { default: tab } = await import('@bomb.sh/tab');
      tab.setup('reelgraph', 'reelgraph', shell);
    });

/** Adds the hidden command that the completion scripts call whenever Tab is pressed. */
export async function answerCompletion(program: Command): Promise<void> {
  const { default: describeCommands } = await import('@bomb.sh/tab/commander');
  describeCommands(program);
}
