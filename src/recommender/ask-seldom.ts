const INTERVAL_MS = 2_000;

/**
 * Remembers an answer for two seconds, so that a busy service asks the graph no oftener. Those who ask while the
 * question is under way share its answer; a failure is not remembered.
 */
export function askSeldom<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let known: { answer: Answer; at: number } | undefined;
  let asking: Promise<Answer> | undefined;

  const askNow = async (): Promise<Answer> => {
    const answer = await ask();
    known = { answer, at: performance.now() };
    return answer;
  };

  return async () => {
    if (known && performance.now() - known.at < INTERVAL_MS) return known.answer;
    asking ??= askNow().finally(() => (asking = undefined));
    return asking;
  };
}
