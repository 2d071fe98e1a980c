/** Hyperparameters of Adam. */
export interface AdamSettings {
  readonly learningRate: number;
  /** Decay of the first moment. */
  readonly beta1: number;
  /** Decay of the second moment. */
  readonly beta2: number;
  /** Keeps a step finite even if the second moment is 0. */
  readonly epsilon: number;
}

/** The constants of the paper, which are also PyTorch's defaults. */
export const ADAM_DEFAULTS: AdamSettings = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The gradient of some rows of a matrix; the gradient of the other rows is 0. */
export interface RowGradient {
  readonly rows: Int32Array;
  /** [rows, width] */
  readonly values: Float32Array;
}

/**
 * Adam (Kingma and Ba, 2015). Own code, because TensorFlow.js does not expose the moments of its optimizer. Here
 * parameters and moments are plain arrays that can be saved and restored exactly, with every engine.
 */
export class Adam {
  /** Decayed means of the gradients and of their squares, one array per parameter. */
  readonly firstMoments: Float32Array[];
  readonly secondMoments: Float32Array[];
  /** Number of updates so far. */
  step = 0;

  constructor(
    private readonly parameters: readonly Float32Array[],
    private readonly settings: AdamSettings,
  ) {
    this.firstMoments = parameters.map(({ length }) => new Float32Array(length));
    this.secondMoments = parameters.map(({ length }) => new Float32Array(length));
  }

  /**
   * Takes one gradient descent step. If a gradient covers only some rows, the other rows of the parameter and their
   * moments do not change and take no time.
   */
  update(gradients: readonly (Float32Array | RowGradient)[]): void {
    this.step++;
    gradients.forEach((gradient, parameter) => {
      // Does not use instanceof, because native engines return arrays of another realm in tests.
      if (!('rows' in gradient)) return this.move(parameter, 0, gradient);
      const { rows, values } = gradient;
      const width = values.length / rows.length;
      rows.forEach((row, i) =>
        this.move(parameter, row * width, values.subarray(i * width, (i + 1) * width)),
      );
    });
  }

  /** Updates the numbers of a parameter, starting at `begin`. */
  private move(parameter: number, begin: number, gradient: Float32Array): void {
    const { learningRate, beta1, beta2, epsilon } = this.settings;
    const unbias = Math.sqrt(1 - beta2 ** this.step);
    const rate = (learningRate * unbias) / (1 - beta1 ** this.step);
    const smallest = epsilon * unbias;
    const values = this.parameters[parameter];
    const first = this.firstMoments[parameter];
    const second = this.secondMoments[parameter];
    for (let i = 0; i < gradient.length; i++) {
      const at = begin + i;
      first[at] = beta1 * first[at] + (1 - beta1) * gradient[i];
      second[at] = beta2 * second[at] + (1 - beta2) * gradient[i] * gradient[i];
      values[at] -= (rate * first[at]) / (Math.sqrt(second[at]) + smallest);
    }
  }
}
