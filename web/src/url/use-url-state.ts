import { useSearchParams } from 'wouter';

/** State in the query string of the URL. */
export interface UrlState {
  get(name: string): string | undefined;
  /** A comma-separated list. */
  list(name: string): string[];
  /** Changes values. Empty values are removed from the URL. */
  set(changes: Readonly<Record<string, string | readonly string[] | undefined>>): void;
}

/** Reads and writes the query string, so that every state has a link. */
export function useUrlState(): UrlState {
  const [values, setValues] = useSearchParams();
  return {
    get: (name) => values.get(name) ?? undefined,
    list: (name) => values.get(name)?.split(',').filter(Boolean) ?? [],
    set: (changes) =>
      setValues(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            const text = typeof value === 'string' ? value : (value?.join(',') ?? '');
            if (text) after.set(name, text);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
  };
}
