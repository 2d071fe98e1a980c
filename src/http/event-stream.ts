import type { ServerResponse } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, subscribe } from 'graphql';
import type { Viewer } from '../graphql/access/viewer';
import type { Context } from '../graphql/context';
import type { LogFailure } from '../graphql/format-error';
import { checkSubscription, type SubscriptionRules } from '../graphql/check-subscription';
import { endAt } from './end-at';
import type { EventSubscription } from './graphql-endpoint';
import { EVENT_STREAM } from './negotiate';

export interface EventStreamOptions extends SubscriptionRules {
  createContext: (viewer: Viewer) => Context;
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  logFailure: LogFailure;
}

/** A comment keeps proxies from closing an idle stream, in milliseconds. */
const PING_MS = 12_000;
/** A client with more unread bytes is disconnected. */
const MAX_UNREAD_BYTES = 1_000_000;

/**
 * Creates the handler that sends subscriptions as server-sent events, in the "distinct connections" mode of the
 * graphql-sse protocol.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export const eventStream =
  ({ createContext, formatError, logFailure, ...rules }: EventStreamOptions) =>
  async (response: ServerResponse, { sent, viewer, expiresAt }: EventSubscription): Promise<void> => {
    const checked = checkSubscription(rules, sent, () => createContext(viewer));
    const results = 'document' in checked ? await subscribe(checked) : { errors: checked };
    const format = ({ errors, ...result }: ExecutionResult) =>
      errors ? { ...result, errors: errors.map((error) => formatError(error.toJSON(), error)) } : result;
    const write = (event: string, data = '') => {
      if (response.destroyed || response.writableEnded) return;
      response.write(`event: ${event}\ndata: ${data}\n\n`);
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    };

    response.writeHead(200, {
      'content-type': `${EVENT_STREAM}; charset=utf-8`,
      'cache-control': 'no-cache',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    // Some browsers report an open stream only after its first bytes.
    response.write(':\n\n');
    if (!(Symbol.asyncIterator in results)) {
      write('next', JSON.stringify(format(results as ExecutionResult)));
      write('complete');
      return void response.end();
    }
    const ping = setInterval(() => response.write(':\n\n'), PING_MS);
    const forget = endAt(expiresAt, () => response.destroy());
    response.once('close', () => {
      clearInterval(ping);
      forget();
      results.return?.(undefined).catch(logFailure);
    });
    try {
      for await (const result of results) write('next', JSON.stringify(format(result)));
    } catch (error) {
      const failure = new GraphQLError((error as Error).message, { originalError: error as Error });
      write('next', JSON.stringify(format({ errors: [failure] })));
    }
    write('complete');
    response.end();
  };
