import { useSearchParams } from 'wouter';

/** Values to change in the query string. Empty values are removed. */
export type UrlChanges = Readonly<Record<string, string | readonly string[] | undefined>>;

/** State in the query string of the URL. */
export interface UrlState {
  get(name: string): string | undefined;
  /** A comma-separated list. */
  list(name: string): string[];
  /** Changes values and adds an entry to the browser history. For choices. */
  set(changes: UrlChanges): void;
  /** Changes values and replaces the current history entry. For sliders and text fields, which change often. */
  replace(changes: UrlChanges): void;
}

/** Reads and writes the query string, so that every state has a link. */
export function useUrlState(): UrlState {
  const [values, setValues] = useSearchParams();
  const change = (changes: UrlChanges, replace: boolean) => {
    const after = new URLSearchParams(values);
    for (const [name, value] of Object.entries(changes)) {
      const text = typeof value === 'string' ? value : (value?.join(',') ?? '');
      if (text) after.set(name, text);
      else after.delete(name);
    }
    // Choosing the current value again must not add an entry to the history.
    if (after.toString() !== values.toString()) setValues(after, { replace });
  };
  return {
    get: (name) => values.get(name) ?? undefined,
    list: (name) => values.get(name)?.split(',').filter(Boolean) ?? [],
    set: (changes) => change(changes, false),
    replace: (changes) => change(changes, true),
  };
}
