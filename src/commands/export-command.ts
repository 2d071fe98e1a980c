import { Argument, Command, Option } from 'commander';
import type { CommandContext } from './command-context';
import type { ExportKind, ExportOptions } from './export/export';
import { oneOf } from './option-parsers';

const KINDS: readonly ExportKind[] = ['policy', 'embeddings', 'curves', 'training-data'];
const SCALES: readonly ExportOptions['xAxis'][] = ['log', 'linear'];

/** `reelgraph export` writes weights, embeddings and curves to files. */
export const exportCommand = (context: CommandContext): Command =>
  new Command('export')
    .description('export the weights of a policy, embeddings, the curves of a training run, or training data')
    .addArgument(new Argument('<kind>', 'what to export').choices(KINDS))
    .argument(
      '[name]',
      'policy: DQN (default) or TUTORIAL; embeddings: NODE2VEC (default) or FASTRP; curves: a run (default: the newest)',
    )
    .option('--to <path>', 'the file or folder to write; its extension selects the format')
    .option('--version <name>', 'policy: the version (default: the newest)')
    .addOption(
      new Option('--x-axis <scale>', 'curves: the scale of the step axis of SVG and PNG')
        .choices(SCALES)
        .argParser(oneOf(SCALES))
        .default('log'),
    )
    .addHelpText(
      'after',
      `
Formats:
  policy         a folder with a LayersModel of TensorFlow.js, or .safetensors
  embeddings     .csv or .parquet
  curves         .csv, .svg or .png
  training-data  a folder with .parquet files, to train DQN elsewhere (reelgraph import policy reads the result)

Examples:
  reelgraph export policy DQN --to ./dqn
  reelgraph export policy TUTORIAL --to tutorial.safetensors
  reelgraph export embeddings NODE2VEC --to films.parquet
  reelgraph export curves --to curves.png
  reelgraph export training-data --to ./training-data`,
    )
    .action(async (kind: ExportKind, name: string | undefined, options: ExportOptions) => {
      const { exportFiles, listFiles } = await import('./export/export.js');
      const files = await exportFiles(kind, name, options, await context.settings(), context.progress);
      context.stdout.write(await listFiles(files));
    });
