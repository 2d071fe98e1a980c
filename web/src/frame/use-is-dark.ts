import { useColours } from './use-colours';

/** Whether the page is dark now. */
export function useIsDark(): boolean {
  const [red = 255] = useColours().paper.match(/\d+/g)?.map(Number) ?? [];
  return red < 128;
}
