import { topFilms } from '../../films/top-films';

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
  /** e^w · (Q − λ), by which the list is ranked; −Infinity for films that are not allowed, [films]. */
  readonly scores: Float64Array;
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
  const odds = Float64Array.from(appeal, oddsOf);
  let chosen: ChosenList = { films: [], value: none.value, scores: new Float64Array() };
  for (let pass = 0; pass < passes; pass++) {
    const threshold = chosen.value;
    const scores = odds.map((each, film) =>
      choice.isAllowed(film) ? each * (values[film] - threshold) : -Infinity,
    );
    const films = topFilms(scores, attention.length).map(({ film }) => film);
    const value = listValue(films, { appeal, none, attention, valueOf: (film) => values[film] });
    chosen = { films, value, scores };
  }
  return chosen;
}

/** The expected value of showing a list: E[Q of the choice]. */
export function listValue(
  films: readonly number[],
  {
    appeal,
    none,
    attention,
    valueOf,
  }: Pick<ListChoice, 'appeal' | 'none' | 'attention'> & { valueOf(film: number): number },
): number {
  const noneOdds = Math.exp(none.appeal);
  let sum = noneOdds;
  let total = noneOdds * none.value;
  films.forEach((film, position) => {
    const weight = oddsOf(appeal[film]) * attention[position];
    sum += weight;
    total += weight * valueOf(film);
  });
  return total / sum;
}

const oddsOf = (appeal: number): number => Math.exp(Math.min(appeal, MAX_APPEAL));
