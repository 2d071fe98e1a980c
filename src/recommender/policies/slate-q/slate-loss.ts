import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/load-engine';
import { type FilmTensors, type ParameterTensors, slateHeads, stateTensors } from './slate-heads';
import {
  type ParameterName,
  PARAMETERS,
  parameterShapes,
  type SlateFilms,
  type SlateParameters,
} from './slate-network';
import type { SlateSettings } from './slate-settings';
import type { StateBatch } from './state-batch';
import type { VisitTransition } from './visit-log';
import { centeredStars } from './visit-state';

/** The parts of the loss, and the gradients of their weighted sum in the order of `PARAMETERS`. */
export interface SlateGradients {
  readonly loss: number;
  readonly gradients: Float32Array[];
}

/** Weights of the L2 penalties, before `settings.penalty`. Films are many and seen rarely: they shrink most. */
const PENALTIES: Partial<Record<ParameterName, number>> = {
  films: 1e-3,
  actors: 3e-4,
  categories: 3e-4,
  appealBias: 3e-4,
  starsBias: 1e-3,
};

/** Log-odds of films that must not be chosen. */
const NEVER = -1e9;

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
 * treated as lists, because the films the customer passed over are unknown.
 * @param targets y per visit, [visits]; ignored if the future of a visit is not known yet
 */
export function slateLoss(
  engine: Engine,
  settings: SlateSettings,
  films: { readonly shape: SlateFilms; readonly tensors: FilmTensors },
  parameters: SlateParameters,
  batch: {
    readonly transitions: readonly VisitTransition[];
    readonly states: StateBatch;
    readonly targets: Float32Array;
    readonly hiddenMask: Float32Array;
  },
): SlateGradients {
  const { tf } = engine;
  const shapes = parameterShapes(films.shape, settings);
  const { transitions, states, targets } = batch;
  const flags = choiceFlags(transitions, films.shape.count, settings.listLength);
  const result = { loss: NaN, gradients: [] as Float32Array[] };

  tf.tidy(() => {
    const [S, F, L] = [transitions.length, films.shape.count, settings.listLength];
    const stateInput = stateTensors(engine, settings, states);
    const hiddenMask = tf.tensor2d(batch.hiddenMask, [S, settings.hidden]);
    const allowed = tf.tensor2d(states.allowed, [S, F]);
    const listed = tf.tensor3d(flags.listed, [S, L, F]);
    const isAbsent = tf.sub(1, tf.sum(listed, 2)) as Tensor2D;
    const chosenPlace = tf.tensor2d(flags.place, [S, L + 1]);
    const chosenFilm = tf.tensor2d(flags.film, [S, F]);
    const vector = (values: Float32Array) => tf.tensor1d(values);
    const share = (values: Float32Array, extra: number) =>
      vector(values.map((each) => each / (values.reduce((sum, other) => sum + other, 0) + extra)));
    const [ofLists, ofOwn] = [share(flags.hasList, 1), share(flags.isOwn, 1)];
    const [ofRated, ofResolved] = [share(flags.isRated, 1), share(flags.isResolved, 1e-9)];
    const [isHit, stars, y] = [vector(flags.isHit), vector(flags.stars), vector(targets)];

    const { value, grads } = tf.valueAndGrads((...tensors: Tensor[]) => {
      const named = Object.fromEntries(
        PARAMETERS.map((name, index) => [name, tensors[index]]),
      ) as ParameterTensors;
      const heads = slateHeads(engine, settings, films.tensors, named, stateInput, hiddenMask);
      const atFilm = (values: Tensor) => tf.sum(tf.mul(values, chosenFilm), 1);

      const onList = tf.sum(tf.mul(tf.reshape(heads.appeal, [S, 1, F]), listed), 2);
      const listLogits = tf.add(tf.add(onList, named.position), tf.mul(isAbsent, NEVER));
      const logits = tf.concat([listLogits, tf.reshape(heads.noneAppeal, [S, 1])], 1);
      const choice = tf.sum(tf.mul(tf.sum(tf.mul(tf.logSoftmax(logits), chosenPlace), 1), ofLists));

      const masked = tf.add(heads.appeal, tf.mul(tf.sub(allowed, 1), -NEVER));
      const own = tf.sum(tf.mul(atFilm(tf.logSoftmax(masked)), ofOwn));

      const rating = tf.sum(tf.mul(tf.square(tf.sub(atFilm(heads.stars), stars)), ofRated));
      const taken = tf.add(tf.mul(isHit, atFilm(heads.values)), tf.mul(tf.sub(1, isHit), heads.noneValue));
      const difference = tf.sum(tf.mul(tf.square(tf.sub(taken, y)), ofResolved));
      let loss = tf.sub(tf.add(rating, tf.mul(difference, settings.tdWeight)), tf.add(choice, own));
      for (const [name, weight] of Object.entries(PENALTIES)) {
        const squares = tf.sum(tf.square(named[name as ParameterName]));
        loss = tf.add(loss, tf.mul(squares, weight * settings.penalty));
      }
      return loss as Scalar;
    })(PARAMETERS.map((name) => tf.tensor(parameters[name], shapes[name])));
    result.loss = value.dataSync()[0];
    result.gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
  });
  return result;
}

/** The films shown and chosen, as masks. S visits, L positions, F films. */
function choiceFlags(transitions: readonly VisitTransition[], F: number, L: number) {
  const S = transitions.length;
  const flags = {
    listed: new Float32Array(S * L * F),
    place: new Float32Array(S * (L + 1)),
    film: new Float32Array(S * F),
    hasList: new Float32Array(S),
    isOwn: new Float32Array(S),
    isHit: new Float32Array(S),
    isRated: new Float32Array(S),
    isResolved: new Float32Array(S),
    stars: new Float32Array(S),
  };
  transitions.forEach(({ visit: { list, film, stars }, isResolved }, row) => {
    list.slice(0, L).forEach((shown, position) => (flags.listed[(row * L + position) * F + shown] = 1));
    const position = list.indexOf(film);
    const isOnList = position >= 0 && position < L;
    if (list.length > 0 && (film < 0 || isOnList)) {
      flags.hasList[row] = 1;
      flags.place[row * (L + 1) + (film < 0 ? L : position)] = 1;
    }
    flags.isResolved[row] = Number(isResolved);
    if (film < 0) return;
    flags.film[row * F + film] = 1;
    flags.isHit[row] = 1;
    flags.isOwn[row] = Number(!isOnList);
    flags.isRated[row] = Number(stars > 0);
    flags.stars[row] = centeredStars(stars);
  });
  return flags;
}
