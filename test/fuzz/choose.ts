import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

/** Random choices of a generated test case. */
export interface Choose {
  number(least: number, most: number): number;
  of<Value>(values: readonly Value[]): Value;
  evenly(): boolean;
  /** True in one of six cases. */
  rarely(): boolean;
  /** True in one of forty cases. */
  hardlyEver(): boolean;
}

/** Makes choices with a value of fast-check. */
export function createChoose(draw: GeneratorValue): Choose {
  const number = (min: number, max: number) => draw(fc.integer, { min, max });
  return {
    number,
    of: (values) => values[number(0, values.length - 1)],
    evenly: () => number(0, 1) === 1,
    rarely: () => number(0, 5) === 5,
    hardlyEver: () => number(0, 39) === 39,
  };
}
