import { measureAnswers } from './answers';
import { measureGrowth } from './growth';
import { measureGather } from './gather';
import { measureHttp } from './http';
import { measureInverse } from './inverse';
import { measureLearning } from './learning';
import { measureReload } from './reload';
import { measureSearch } from './search';
import { measureSteps } from './steps';
import type { Row } from './measure';

/** The measured work by part. `large` adds sizes that need much memory and minutes. */
const PARTS: Record<string, (large: boolean) => Promise<Row[]>> = {
  search: (large) => measureSearch(large ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]),
  inverse: (large) => measureInverse(large ? [500, 1_500, 6_000] : [500, 1_500]),
  gather: () => measureGather(),
  http: () => measureHttp(),
  steps: () => measureSteps(),
  learning: () => measureLearning(),
  growth: (large) => measureGrowth(large),
  answers: () => measureAnswers(),
  reload: () => measureReload(),
};

/** The names of all parts. */
export const SCALE_PARTS = Object.keys(PARTS);

/** Measures a part. @throws Error for an unknown name */
export function measurePart(name: string, large: boolean): Promise<Row[]> {
  const measure = PARTS[name];
  if (!measure) throw new Error(`Unknown part "${name}": expected ${SCALE_PARTS.join(', ')}.`);
  return measure(large);
}
