import { type Activations, APPEAL, type Head, type PreparedNetwork, STARS } from './slate-forward';
import { type ParameterName, PARAMETERS } from './slate-network';
import type { StateFeatures } from './state-features';
import { channelCount } from './visit-state';

/** Sums of gradients by parameter, and of the gradient by film vectors. */
export type GradientSums = Record<ParameterName, Float64Array> & { vectors: Float64Array };

/** Creates sums that are zero. */
export const createGradientSums = ({ parameters, vectors }: PreparedNetwork): GradientSums =>
  Object.fromEntries([
    ...PARAMETERS.map((name) => [name, new Float64Array(parameters[name].length)] as const),
    ['vectors', new Float64Array(vectors.length)],
  ]) as GradientSums;

/**
 * The backward pass of `forward`. Collects the slopes of the loss by the outputs of one state; `finish` carries them back
 * through the network and adds the gradients to `sums`.
 */
export function startBackward(
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

/** Carries the gradient by film vectors to the films' own vectors and those of their categories and actors. */
export function spreadVectors({ settings, traits }: PreparedNetwork, sums: GradientSums): void {
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
