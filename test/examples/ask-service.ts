// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any shape
export type ServiceAnswer = { data?: any; errors?: { message: string }[] };

/**
 * Sends an operation to a service over HTTP. Yields the response of a query or mutation, or the events of a
 * subscription.
 */
export async function* askService(
  url: string,
  query: string,
  variables: Record<string, unknown>,
): AsyncGenerator<ServiceAnswer> {
  const isSubscription = /^subscription /m.test(query);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: isSubscription ? 'text/event-stream' : 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  if (!isSubscription) return yield (await response.json()) as ServiceAnswer;
  for (const event of (await response.text()).split('\n\n')) {
    const data = /^event: next\ndata: (.*)$/m.exec(event)?.[1];
    if (data) yield JSON.parse(data) as ServiceAnswer;
  }
}
