/** The agent's view of one customer, from which it chooses a list. */
export interface ListChoice {
  /** Log-odds that the customer chooses each film, [films]. */
  readonly appeal: ArrayLike<number>;
  /** The value of the customer's choosing each film, [films]. */
  readonly values: ArrayLike<number>;
  /** Log-odds of choosing no film, and its value. */
  readonly none: { readonly appeal: number; readonly value: number };
  /** Relative attention per position, [length of the list]. */
  readonly attention: ArrayLike<number>;
  /** Whether a film may be on the list. */
  isAllowed(film: number): boolean;
}

/** A list and the expected value of showing it. */
export interface ChosenList {
  readonly films: number[];
  readonly value: number;
}

/** Appeals above this count as this, so that exp cannot overflow. */
const MAX_APPEAL = 30;

/**
 * The list with the highest expected value under a conditional logit choice model (SlateQ, Ie et al. 2019). The
 * expected value is a ratio of sums over the list, so Dinkelbach's algorithm applies: rank by e^w · (Q − λ), set λ to
 * the value of that list, and repeat. A few passes suffice.
 */
export function bestList(choice: ListChoice, passes = 4): ChosenList {
  const { appeal, values, none, attention } = choice;
  const odds = Float64Array.from(appeal, (each) => Math.exp(Math.min(each, MAX_APPEAL)));
  let chosen: ChosenList = { films: [], value: none.value };
  for (let pass = 0; pass < passes; pass++) {
    const threshold = chosen.value;
    const films = topBy(odds.length, attention.length, (film) =>
      choice.isAllowed(film) ? odds[film] * (values[film] - threshold) : -Infinity,
    );
    chosen = { films, value: listValue(films, odds, choice) };
  }
  return chosen;
}

/** The `length` numbers below `count` with the highest finite scores, best first. Ties go to the smaller number. */
export function topBy(count: number, length: number, score: (index: number) => number): number[] {
  const top: { index: number; score: number }[] = [];
  for (let index = 0; index < count; index++) {
    const own = score(index);
    if (own === -Infinity || (top.length === length && own <= top[length - 1].score)) continue;
    let place = Math.min(top.length, length - 1);
    while (place > 0 && top[place - 1].score < own) {
      top[place] = top[place - 1];
      place--;
    }
    top[place] = { index, score: own };
  }
  return top.map(({ index }) => index);
}

/** E[Q of the choice] for a list. */
function listValue(
  films: readonly number[],
  odds: Float64Array,
  { values, none, attention }: ListChoice,
): number {
  const noneOdds = Math.exp(none.appeal);
  let sum = noneOdds;
  let total = noneOdds * none.value;
  films.forEach((film, position) => {
    const weight = odds[film] * attention[position];
    sum += weight;
    total += weight * values[film];
  });
  return total / sum;
}
