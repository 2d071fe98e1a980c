import { createRandom, type Random } from '../../random';
import {
  appealOf,
  createSimulatedCustomer,
  drawTaste,
  enjoymentOf,
  reluctanceOf,
  type SimulatedCustomer,
} from './simulated-customer';
import { createSimulatedFilms, type SimulatedFilms } from './simulated-films';
import { WORLD_SETTINGS, type WorldSettings } from './world-settings';

/** The outcome of one visit. */
export interface VisitOutcome {
  /** The position of the rented film in the list; −1 if the customer rented no film. */
  readonly position: number;
  /** The rented film; −1 if the customer rented no film. */
  readonly film: number;
  /** 1 to 5; 0 if the customer rented no film. */
  readonly stars: number;
  /** Whether the customer never returns. */
  readonly hasLeft: boolean;
}

/** Offset between the seeds that draw a world and those that simulate it. */
const DYNAMICS = 7_919;

/**
 * A simulated film store in which customers choose from lists, enjoy or regret their rentals, get bored, return
 * sooner if they are satisfied, and leave if they are not. One step is one calendar day.
 *
 * The choice is a conditional logit over the list and the option to rent no film. Two worlds with the same seed and
 * settings are equal; `copy` branches a world so that several recommenders can be compared from the same state.
 */
export class World {
  day = 0;

  private constructor(
    readonly settings: WorldSettings,
    readonly films: SimulatedFilms,
    readonly customers: readonly SimulatedCustomer[],
    private readonly random: Random,
  ) {}

  static create(seed: number, settings: WorldSettings = WORLD_SETTINGS): World {
    const random = createRandom(seed);
    const films = createSimulatedFilms(settings, random);
    const customers = Array.from({ length: settings.customers }, () =>
      createSimulatedCustomer(settings, films, random),
    );
    return new World(settings, films, customers, createRandom(seed + DYNAMICS));
  }

  /** A copy of the current state that evolves with random numbers from `seed`. */
  copy(seed: number): World {
    const copy = new World(this.settings, this.films, structuredClone(this.customers), createRandom(seed));
    copy.day = this.day;
    return copy;
  }

  /** The customers who visit today. Applies the decay of boredom and satisfaction since their last visit. */
  arrivals(): number[] {
    const arrived: number[] = [];
    this.customers.forEach((customer, index) => {
      if (customer.hasLeft || customer.nextVisit > this.day) return;
      const days = this.day - customer.updatedOn;
      const fading = Math.exp(-days / this.settings.boredomFadesIn);
      for (let category = 0; category < customer.boredom.length; category++) {
        customer.boredom[category] *= fading;
      }
      customer.satisfaction *= Math.exp(-days / this.settings.satisfaction.fadesIn);
      customer.updatedOn = this.day;
      arrived.push(index);
    });
    return arrived;
  }

  /** The true appeal of every film to a customer, [films]. For oracles and tests. */
  appeal(customer: number): Float64Array {
    return appealOf(this.customers[customer], this.films, this.settings);
  }

  /** The true expected enjoyment of every film, [films]. For oracles and tests. */
  enjoyment(customer: number): Float64Array {
    return enjoymentOf(this.customers[customer], this.films, this.settings, this.day);
  }

  /** The true log-odds that a customer rents no film. */
  reluctance(customer: number): number {
    return reluctanceOf(this.customers[customer], this.settings);
  }

  /**
   * Shows a list to a customer who visits today.
   * @param isClosed whether customers who leave come back after 30 days, so that the number of customers stays constant
   */
  visit(index: number, list: ArrayLike<number>, { isClosed = false } = {}): VisitOutcome {
    const { settings, films, random } = this;
    const customer = this.customers[index];
    const appeal = this.appeal(index);
    const odds = Array.from(list, (film, position) => Math.exp(appeal[film]) * settings.attention[position]);
    const none = Math.exp(this.reluctance(index));
    let rest = random.next() * odds.reduce((sum, each) => sum + each, none);
    const position = odds.findIndex((each) => (rest -= each) < 0);
    const film = position < 0 ? -1 : list[position];

    // Drawn in every visit, so that two recommenders with the same choices get the same random numbers.
    const noise = settings.enjoyment.noise * random.normal();
    const [wait, leaving] = [random.next(), random.next()];
    const enjoyed = film < 0 ? settings.enjoyment.none : this.enjoyment(index)[film] + noise;
    const weight = film < 0 ? settings.satisfaction.none : settings.satisfaction.rental;
    customer.satisfaction += weight * (enjoyed - customer.satisfaction);
    if (film >= 0) {
      const category = films.category[film];
      customer.boredom[category]++;
      customer.lastRentedOn[category] = this.day;
      customer.rented[film] = 1;
      customer.lastFilm = film;
    }
    const hasLeft = this.scheduleReturn(customer, wait, leaving, isClosed);
    return { position, film, stars: film < 0 ? 0 : this.starsOf(enjoyed), hasLeft };
  }

  /** Draws new tastes for a share of the customers. */
  drift(share: number): void {
    for (const customer of this.customers) {
      const taste = drawTaste(this.settings, this.random);
      if (this.random.next() < share) customer.taste = taste;
    }
  }

  private starsOf(enjoyed: number): number {
    const { base, scale } = this.settings.enjoyment.stars;
    return Math.min(5, Math.max(1, Math.round(base + scale * enjoyed)));
  }

  private scheduleReturn(
    customer: SimulatedCustomer,
    wait: number,
    leaving: number,
    isClosed: boolean,
  ): boolean {
    const { gap, churn } = this.settings;
    const mean = gap.mean * Math.exp(-gap.perSatisfaction * customer.satisfaction);
    const days = -Math.log(1 - wait) * Math.min(gap.longest, Math.max(gap.shortest, mean));
    customer.nextVisit = this.day + Math.max(1, Math.ceil(days));
    const hasLeft = leaving < 1 / (1 + Math.exp(churn.base + churn.perSatisfaction * customer.satisfaction));
    if (hasLeft && isClosed) {
      customer.satisfaction = 0;
      customer.nextVisit = this.day + 30;
    } else if (hasLeft) {
      customer.hasLeft = true;
    }
    return hasLeft;
  }
}
