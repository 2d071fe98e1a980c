import { Command } from 'commander';
import type { CommandContext } from './command-context';

/** `reelgraph doctor` checks the machine and the database. */
export const doctorCommand = (context: CommandContext): Command =>
  new Command('doctor')
    .description('check the machine and the database, and suggest fixes')
    .option('--json', 'print a line of JSON per check')
    .addHelpText(
      'after',
      `
The exit code is 1 if a check fails.

Examples:
  reelgraph doctor
  NEO4J_URI=neo4j+s://xxxx.databases.neo4j.io NEO4J_PASSWORD=… reelgraph doctor
  reelgraph doctor --json | grep '"status":"fail"'`,
    )
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import('./doctor/doctor.js');
      const isHealthy = await doctor(options, await context.settings(), context.progress, (text) =>
        context.stdout.write(text),
      );
      if (!isHealthy) process.exitCode = 1;
    });
