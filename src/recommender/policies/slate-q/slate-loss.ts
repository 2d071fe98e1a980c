import {
  type Activations,
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
import { centeredStars, channelCount } from './visit-state';

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

/** Sums of gradients by parameter, and of the gradient by film vectors. */
type GradientSums = Record<ParameterName, Float64Array> & { vectors: Float64Array };

const createGradientSums = ({ parameters, vectors }: PreparedNetwork): GradientSums =>
  Object.fromEntries([
    ...PARAMETERS.map((name) => [name, new Float64Array(parameters[name].length)] as const),
    ['vectors', new Float64Array(vectors.length)],
  ]) as GradientSums;

/** Collects the slopes of the loss by the outputs of one state, then carries them back through the network. */
function startBackward(
  { settings, traits, parameters: p, vectors }: PreparedNetwork,
  { shown, traits: present, films, values }: StateFeatures,
  { inputs, hidden, slopes, towards, wide, summary: outputs }: Activations,
  sums: GradientSums,
) {
  const { dimension: D, maxValue } = settings;
  const K = channelCount(settings);
  const byTowards = new Float64Array(2 * D);
  const summary = new Float64Array(3);
  const byWide = wide.map((kinds) => kinds.map((mixed) => new Float64Array(mixed.length)));
  const isUsed = [false, false];

  const addScore = (head: Head, film: number, slope: number): void => {
    isUsed[head] = true;
    const row = film * D;
    for (let i = 0; i < D; i++) {
      byTowards[head * D + i] += slope * vectors[row + i];
      sums.vectors[row + i] += slope * towards[head * D + i];
    }
    (head === APPEAL ? sums.appealBias : sums.starsBias)[film] += slope;
    for (let kind = 0; kind < traits.length; kind++) {
      const { offsets, numbers } = traits[kind];
      const first = offsets[film];
      const end = offsets[film + 1];
      const each = slope / (end - first);
      const byTrait = byWide[head][kind];
      for (let place = first; place < end; place++) byTrait[numbers[place]] += each;
    }
    if (head === APPEAL && shown.size > 0) sums.fatigue[0] += slope * (shown.get(film) ?? 0);
  };

  return {
    summary,
    addScore,
    /** The slope of the loss by the value of the choice. */
    addValue: (slope: number, future: number, film: number, stars: number): void => {
      summary[1] += (slope * future * (1 - future / maxValue)) / 4;
      if (film < 0) {
        summary[2] += slope * (1 - Math.tanh(outputs[2] / 3) ** 2);
        return;
      }
      const rate = p.starsToValue[0];
      const steepness = slope * (1 - Math.tanh((stars * rate) / 3) ** 2);
      sums.starsToValue[0] += steepness * stars;
      addScore(STARS, film, steepness * rate);
    },
    finish: (): void => {
      for (let head = 0; head < 2; head++) {
        if (!isUsed[head]) continue;
        present.forEach(({ numbers, shares }, kind) => {
          const byTrait = byWide[head][kind];
          for (let channel = 0; channel < K; channel++) {
            let sum = 0;
            for (let at = 0; at < numbers.length; at++) {
              sum += byTrait[numbers[at]] * shares[channel * numbers.length + at];
            }
            sums.wide[(2 * head + kind) * K + channel] += sum * traits[kind].weight;
          }
        });
      }
      const byHidden = new Float64Array(hidden.length);
      const byInputs = new Float64Array(inputs.length);
      backProduct(hidden, p.outputWeights, byTowards, sums.outputWeights, byHidden);
      backProduct(inputs, p.linear, byTowards, sums.linear, byInputs);
      backProduct(hidden, p.summaryWeights, summary, sums.summaryWeights, byHidden);
      backProduct(inputs, p.summaryLinear, summary, sums.summaryLinear, byInputs);
      addTo(sums.outputBias, byTowards);
      addTo(sums.summaryBias, summary);
      for (let unit = 0; unit < byHidden.length; unit++) byHidden[unit] *= slopes[unit];
      backProduct(inputs, p.hiddenWeights, byHidden, sums.hiddenWeights, byInputs);
      addTo(sums.hiddenBias, byHidden);
      const columns = films.length;
      for (let channel = 0; channel < K; channel++) {
        for (let column = 0; column < columns; column++) {
          const value = values[channel * columns + column];
          if (value === 0) continue;
          const row = films[column] * D;
          for (let i = 0; i < D; i++) sums.vectors[row + i] += value * byInputs[channel * D + i];
        }
      }
    },
  };
}

const addTo = (sums: Float64Array, values: Float64Array): void => {
  for (let i = 0; i < sums.length; i++) sums[i] += values[i];
};

/** The gradients of row · matrix by the matrix and by the row, added to sums. */
function backProduct(
  row: Float64Array,
  matrix: Float32Array,
  slopes: Float64Array,
  byMatrix: Float64Array,
  byRow: Float64Array,
): void {
  const width = slopes.length;
  for (let i = 0; i < row.length; i++) {
    const value = row[i];
    let sum = 0;
    for (let j = 0; j < width; j++) {
      sum += matrix[i * width + j] * slopes[j];
      byMatrix[i * width + j] += value * slopes[j];
    }
    byRow[i] += sum;
  }
}

/** Carries the gradient by film vectors to the films' own vectors and those of their categories and actors. */
function spreadVectors({ settings, traits }: PreparedNetwork, sums: GradientSums): void {
  const { dimension: D } = settings;
  addTo(sums.films, sums.vectors);
  for (const { name, offsets, numbers } of traits) {
    for (let film = 0; film < offsets.length - 1; film++) {
      const [first, end] = [offsets[film], offsets[film + 1]];
      for (let place = first; place < end; place++) {
        const row = numbers[place] * D;
        for (let i = 0; i < D; i++) sums[name][row + i] += sums.vectors[film * D + i] / (end - first);
      }
    }
  }
}
