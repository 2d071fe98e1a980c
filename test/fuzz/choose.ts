import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

/** Choices that fast-check makes, and makes simpler where something fails. */
export interface Choose {
  number(least: number, most: number): number;
  of<Value>(values: readonly Value[]): Value;
  evenly(): boolean;
  /** One time in six. */
  rarely(): boolean;
  /** One time in forty. */
  hardlyEver(): boolean;
}

/** Choices drawn from one value of fast-check. */
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
