// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any shape
export type ServiceAnswer = { data?: any; errors?: { message: string }[] };

/** Asks a service over HTTP: one answer to a query or mutation, those of a subscription by server-sent events. */
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
