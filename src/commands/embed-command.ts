import { Argument, Command } from 'commander';
import { EMBEDDING_NAMES, type EmbeddingName } from '../embeddings/embedding';
import type { CommandContext } from './command-context';
import { each, oneOf } from './option-parsers';

/** `reelgraph embed` writes embeddings to the graph. */
export const embedCommand = (context: CommandContext): Command =>
  new Command('embed')
    .description('write embeddings of films, actors and categories with Graph Data Science')
    .addArgument(
      new Argument('[embedding...]', 'the embeddings to write (default: both)')
        .choices(EMBEDDING_NAMES)
        .argParser(each(oneOf(EMBEDDING_NAMES))),
    )
    .addHelpText(
      'after',
      `
Examples:
  reelgraph embed
  reelgraph embed FASTRP`,
    )
    .action(async (names: EmbeddingName[] | undefined) => {
      const { embed } = await import('./embed.js');
      await embed(names ?? EMBEDDING_NAMES, await context.settings(), context.progress);
    });
