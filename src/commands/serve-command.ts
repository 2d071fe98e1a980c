import { Command } from 'commander';
import type { CommandContext } from './command-context';

/** `reelgraph serve` starts the API server. */
export const serveCommand = (context: CommandContext): Command =>
  new Command('serve')
    .description('start the API server (starts a local Neo4j with sample data if NEO4J_URI is unset)')
    .addHelpText(
      'after',
      `
Ctrl-C shuts down gracefully; press it again to force quit.

Examples:
  reelgraph serve
  PORT=8080 reelgraph serve
  NEO4J_URI=neo4j+s://xxxx.databases.neo4j.io NEO4J_PASSWORD=… reelgraph serve`,
    )
    .action(async () => {
      const settings = await context.settings();
      const logger = await context.logger(settings.logLevel);
      const { serve } = await import('./serve.js');
      await serve(settings, context, logger);
    });
