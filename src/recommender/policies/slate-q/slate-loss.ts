import { createGradientSums, spreadVectors, startBackward } from './slate-backward';
import {
  APPEAL,
  forward,
  type Head,
  type PreparedNetwork,
  scoreFilm,
  STARS,
  valuesOf,
} from './slate-forward';
import { type ParameterName, PARAMETERS } from './slate-network';
import { type StateFeatures, unrentedIn } from './state-features';
import type { VisitTransition } from './visit-log';
import { centeredStars } from './visit-state';

/** The loss of a batch, and its gradients in the order of `PARAMETERS`. */
export interface SlateGradients {
  readonly loss: number;
  readonly gradients: Float32Array[];
}

/** A batch of visits. */
export interface SlateBatch {
  readonly transitions: readonly VisitTransition[];
  /** [visits] */
  readonly features: readonly StateFeatures[];
  /** y per visit, [visits]; ignored if the future of a visit is not known yet. */
  readonly targets: Float64Array;
  /** Factors of the hidden units (dropout), [visits][hidden]. */
  readonly hiddenMasks: readonly Float64Array[];
}

/** Weights of the L2 penalties, before `settings.penalty`. Films are many and seen rarely: they shrink most. */
const PENALTIES: Partial<Record<ParameterName, number>> = {
  films: 1e-3,
  actors: 3e-4,
  categories: 3e-4,
  appealBias: 3e-4,
  starsBias: 1e-3,
};

/**
 * The loss of a batch of visits:
 *
 *   − log P(choice | list)                        conditional logit with the option to choose no film
 *   − log softmax of the appeal at the film       rentals without a list, over films not rented before
 *   + (stars(s, i) − stars given)²                rated rentals
 *   + tdWeight · (Q(s, choice) − y)²              y = r + discount^days · V_target(s′), see `SlateAgent`
 *   + penalty · L2
 *
 * Shown and not rented lowers a film's appeal only through the list it was on; rentals without a list are never
 * treated as lists, because the films the customer passed over are unknown. Plain loops: the network is small, the
 * states are sparse, and the result is the same on every engine.
 */
export function slateLoss(network: PreparedNetwork, batch: SlateBatch): SlateGradients {
  const { settings, parameters } = network;
  const outcomes = batch.transitions.map((transition) => outcomeOf(transition, settings.listLength));
  const count = (isCounted: (outcome: Outcome) => boolean) => outcomes.filter(isCounted).length;
  const share = {
    lists: 1 / (count(({ place }) => place >= 0) + 1),
    own: 1 / (count(({ isOwn }) => isOwn) + 1),
    rated: 1 / (count(({ stars }) => stars > 0) + 1),
    resolved: 1 / (count(({ isResolved }) => isResolved) + 1e-9),
  };
  const sums = createGradientSums(network);
  let loss = 0;

  outcomes.forEach(({ list, film, place, isOwn, stars, isResolved }, visit) => {
    const features = batch.features[visit];
    const layers = forward(network, features, batch.hiddenMasks[visit]);
    const back = startBackward(network, features, layers, sums);
    const score = (head: Head, one: number) => scoreFilm(network, features, layers, head, one);

    if (place >= 0) {
      const logits = list.map((shown, index) => score(APPEAL, shown) + parameters.position[index]);
      const { logSum, chances } = softmax([...logits, layers.summary[0]]);
      loss += share.lists * (logSum - (place < list.length ? logits[place] : layers.summary[0]));
      chances.forEach((chance, index) => {
        const slope = share.lists * (chance - Number(index === place));
        if (index === list.length) back.summary[0] += slope;
        else {
          back.addScore(APPEAL, list[index], slope);
          sums.position[index] += slope;
        }
      });
    }
    if (isOwn) {
      const unrented = unrentedIn(features, parameters.appealBias.length);
      if (unrented[film] === 1) {
        const films = Array.from(unrented.keys()).filter((one) => unrented[one] === 1);
        const logits = films.map((one) => score(APPEAL, one));
        const { logSum, chances } = softmax(logits);
        films.forEach((one, index) => {
          if (one === film) loss += share.own * (logSum - logits[index]);
          back.addScore(APPEAL, one, share.own * (chances[index] - Number(one === film)));
        });
      }
    }
    const expected = film < 0 ? 0 : score(STARS, film);
    if (stars > 0) {
      const difference = expected - centeredStars(stars);
      loss += share.rated * difference ** 2;
      back.addScore(STARS, film, 2 * share.rated * difference);
    }
    if (isResolved && settings.tdWeight > 0) {
      const values = valuesOf(network, layers);
      const difference = (film < 0 ? values.none.value : values.ofFilm(expected)) - batch.targets[visit];
      const weight = settings.tdWeight * share.resolved;
      loss += weight * difference ** 2;
      back.addValue(2 * weight * difference, values.future, film, expected);
    }
    back.finish();
  });

  for (const name of PARAMETERS) {
    const weight = settings.penalty * (PENALTIES[name] ?? 0);
    if (weight === 0) continue;
    parameters[name].forEach((value, i) => {
      loss += weight * value ** 2;
      sums[name][i] += 2 * weight * value;
    });
  }
  spreadVectors(network, sums);
  return { loss, gradients: PARAMETERS.map((name) => Float32Array.from(sums[name])) };
}

/** What a visit teaches. */
interface Outcome {
  /** The shown films that count. */
  readonly list: readonly number[];
  readonly film: number;
  /** The chosen place of the list, its length for no film; −1 if the choice was not made from the list. */
  readonly place: number;
  /** Whether the film was rented without the list. */
  readonly isOwn: boolean;
  readonly stars: number;
  readonly isResolved: boolean;
}

function outcomeOf({ visit, isResolved }: VisitTransition, listLength: number): Outcome {
  const { film, stars } = visit;
  const list = visit.list.slice(0, listLength);
  const position = list.indexOf(film);
  const chosen = film < 0 ? list.length : position;
  return {
    list,
    film,
    place: list.length > 0 ? chosen : -1,
    isOwn: film >= 0 && position < 0,
    stars: film < 0 ? 0 : stars,
    isResolved,
  };
}

function softmax(logits: readonly number[]): { logSum: number; chances: number[] } {
  const highest = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp(logit - highest));
  const sum = exponentials.reduce((total, each) => total + each, 0);
  return { logSum: highest + Math.log(sum), chances: exponentials.map((each) => each / sum) };
}
