import { gumbel, type Random } from '../../random';
import { topFilms } from '../films/top-films';
import { bestList } from '../policies/slate-q/best-list';
import type { ListMaker } from './run-world';
import type { World } from './world';

/** The value of enjoyment, in rentals, to the planning oracle. Chosen among .5, 1, 2, 4 and 8. */
const ENJOYMENT_VALUE = 0.5;

/** Shows the most appealing films. Knows the customers' true tastes, and looks no further than the next rental. */
export const greedyOracle: ListMaker = ({ customers }, world) =>
  customers.map((customer) => topAllowed(world, customer, world.appeal(customer)));

/**
 * Trades appeal against enjoyment, which determines satisfaction and therefore future visits. Knows the true tastes.
 */
export const planningOracle: ListMaker = ({ customers }, world) => {
  const { enjoyment: settings, satisfaction } = world.settings;
  return customers.map((customer) => {
    const enjoyment = world.enjoyment(customer);
    return bestList({
      appeal: world.appeal(customer),
      values: enjoyment.map((each) => 1 + ENJOYMENT_VALUE * each),
      none: {
        appeal: world.reluctance(customer),
        value: (ENJOYMENT_VALUE * settings.none * satisfaction.none) / satisfaction.rental,
      },
      attention: world.settings.attention,
      isAllowed: (film) => world.customers[customer].rented[film] === 0,
    }).films;
  });
};

/** Customers who browse on their own: the most appealing films, with Gumbel noise of the given scale. */
export const browsing =
  (random: Random, scale = 1): ListMaker =>
  ({ customers }, world) =>
    customers.map((customer) =>
      topAllowed(
        world,
        customer,
        world.appeal(customer).map((each) => each + scale * gumbel(random)),
      ),
    );

/** The films with the highest scores that the customer has not rented. */
export function topAllowed(world: World, customer: number, scores: Float64Array): number[] {
  const { rented } = world.customers[customer];
  const allowed = rented.map((isRented) => 1 - isRented);
  return topFilms(scores, world.settings.listLength, allowed).map(({ film }) => film);
}
