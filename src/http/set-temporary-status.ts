import type { ApolloServerPlugin } from '@apollo/server';
import { temporaryStatus } from './http-error';

/**
 * Sets Retry-After if a response has a temporary error, and the HTTP status of that error if the response has no data.
 * Without this plugin Apollo responds to resolver errors with status 200.
 */
export const setTemporaryStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      const { data, errors } = body.singleResult;
      const waits = errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 0));
      const wait = Math.max(...waits);
      if (!(wait > 0)) return;
      http.headers.set('retry-after', String(wait));
      const hasData = Object.values(data ?? {}).some((value) => value !== null);
      const status = temporaryStatus(errors[waits.indexOf(wait)].extensions?.code);
      if (!hasData && status !== undefined) http.status = status;
    },
  }),
};
