import { useSearchParams } from 'wouter';

/** What the address says after its question mark. */
export interface UrlState {
  get(name: string): string | undefined;
  /** A list, written with commas. */
  list(name: string): string[];
  /** Changes some values; an empty one is left out of the address. A change is no page of the browser's history. */
  set(changes: Readonly<Record<string, string | readonly string[] | undefined>>): void;
}

/** Reads and writes the state that the address holds, so that every state has a link. */
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
