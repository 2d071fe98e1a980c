#!/usr/bin/env node
import { Command } from 'commander';
import { cancelCommand } from './commands/cancel-command';
import { SIGNAL_EXIT_CODES, type CommandContext, type StopSignal } from './commands/command-context';
import { answerCompletion, completionCommand } from './commands/completion-command';
import { doctorCommand } from './commands/doctor-command';
import { embedCommand } from './commands/embed-command';
import { evaluateCommand } from './commands/evaluate-command';
import { exportCommand } from './commands/export-command';
import { importCommand } from './commands/import-command';
import { installEngineCommand } from './commands/install-engine-command';
import { recommendCommand } from './commands/recommend-command';
import { runsCommand } from './commands/runs-command';
import { serveCommand } from './commands/serve-command';
import { simulateCommand } from './commands/simulate-command';
import { trainCommand } from './commands/train-command';
import { VERSION } from './own-package';
import { createProgressDisplay } from './progress';
import { startTracing, stopTracing } from './tracing/tracing';

// Only this file reads the environment. Each command loads the modules it needs, so that --help is fast and OpenTelemetry
// can wrap them.

/** The order in which --help lists them. */
const COMMANDS = [
  serveCommand,
  importCommand,
  embedCommand,
  recommendCommand,
  trainCommand,
  runsCommand,
  cancelCommand,
  evaluateCommand,
  simulateCommand,
  exportCommand,
  doctorCommand,
  installEngineCommand,
  completionCommand,
];

function createContext(environment: NodeJS.ProcessEnv): CommandContext {
  const isSmart = environment.TERM !== 'dumb';
  const { stderr, stdout } = process;
  const display = createProgressDisplay(
    isSmart ? stderr : Object.assign(Object.create(stderr) as typeof stderr, { isTTY: false }),
  );
  const exit = async (code: number): Promise<never> => {
    await stopTracing();
    process.exit(code);
  };
  return {
    ...display,
    stdout,
    environment,
    settings: async () => {
      const { parseSettings, SECRETS } = await import('./settings.js');
      const settings = parseSettings(environment);
      // Child processes, such as Java, inherit the environment.
      for (const name of SECRETS) delete process.env[name];
      return settings;
    },
    logger: async (level) => {
      if (!stdout.isTTY || !isSmart) return (await import('./logger.js')).createLogger(level);
      const { createTerminalLogger } = await import('./terminal-logger.js');
      return createTerminalLogger(level, {
        print: display.print,
        colorize: !environment.NO_COLOR,
        columns: () => stdout.columns,
      });
    },
    onSignal: (stop) => {
      let isStopping = false;
      const handle = (signal: StopSignal) => {
        if (isStopping) process.exit(SIGNAL_EXIT_CODES[signal]);
        isStopping = true;
        stop(signal);
      };
      for (const signal of Object.keys(SIGNAL_EXIT_CODES) as StopSignal[]) process.on(signal, handle);
    },
    exit,
  };
}

/**
 * Write errors of the log, such as a full disk or a closed pipe, must not end the process. Lines are lost until writing
 * works again.
 */
function ignoreFailingLogs(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

async function main(): Promise<void> {
  ignoreFailingLogs();
  startTracing(process.env);
  // TensorFlow's C library writes notices to stderr, which would break the status line. Show warnings and errors only.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
  const context = createContext(process.env);
  const program = new Command('reelgraph')
    .description('A GraphQL API that recommends films from a Neo4j graph with deep reinforcement learning.')
    .version(VERSION, '-V, --version', 'print the version')
    // Options after a command belong to the command: export also has an option --version.
    .enablePositionalOptions()
    .showHelpAfterError('(run reelgraph --help for usage)')
    .addHelpText(
      'after',
      `
Settings are environment variables, such as PORT and NEO4J_URI. See the README.

Examples:
  reelgraph serve
  reelgraph doctor
  reelgraph <command> --help`,
    );
  for (const create of COMMANDS) program.addCommand(inherit(create(context), program));
  if (process.argv[2] === 'complete') await answerCompletion(program);
  await program.parseAsync();
}

/** Commands that are created separately inherit the settings of the program, such as the help after errors. */
const inherit = (command: Command, program: Command): Command => command.copyInheritedSettings(program);

/** Prints a single message if the user can fix the problem, and a stack trace if the error is unexpected. */
async function fail(error: unknown): Promise<void> {
  const { AppError } = await import('./app-error.js');
  const text = error instanceof AppError ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

main().catch(fail);
