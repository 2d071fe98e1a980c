import { useColours } from './use-colours';

/** Whether the current theme is dark. */
export function useIsDark(): boolean {
  const [red = 255] = useColours().paper.match(/\d+/g)?.map(Number) ?? [];
  return red < 128;
}
