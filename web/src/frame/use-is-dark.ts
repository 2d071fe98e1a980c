import { useColors } from './use-colors';

/** Whether the current theme is dark. */
export function useIsDark(): boolean {
  const [red = 255] = useColors().paper.match(/\d+/g)?.map(Number) ?? [];
  return red < 128;
}
