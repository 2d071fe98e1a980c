import { Command } from 'commander';
import type { CommandContext } from './command-context';

/** `reelgraph install-engine` builds the native TensorFlow engine. */
export const installEngineCommand = (context: CommandContext): Command =>
  new Command('install-engine')
    .description('install the native TensorFlow engine, which trains 3 to 6 times as fast as WebAssembly')
    .addHelpText(
      'after',
      `
Downloads @tensorflow/tfjs-node from npm and TensorFlow from PyPI, and compiles the binding between them.
Needs Linux on x64, Python 3 with pip, make and a C++ compiler. Does nothing if the engine loads already.

Example:
  reelgraph install-engine`,
    )
    .action(async () => {
      const { installEngine } = await import('./install-engine/install-engine.js');
      const { home } = await context.settings();
      const version = await installEngine({
        home,
        environment: context.environment,
        progress: context.progress,
      });
      context.stdout.write(`The native engine loads: tfjs-node ${version}\n`);
    });
