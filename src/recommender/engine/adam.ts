/** Hyperparameters of Adam. */
export interface AdamSettings {
  readonly learningRate: number;
  /** Decay of the first moment. */
  readonly beta1: number;
  /** Decay of the second moment. */
  readonly beta2: number;
  /** Keeps a step finite if the second moment is 0. */
  readonly epsilon: number;
}

/** The constants of the paper, which are also PyTorch's defaults. */
export const ADAM_DEFAULTS: AdamSettings = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * Adam (Kingma and Ba, 2015). Own code, because TensorFlow.js keeps the moments of its optimizer private: here
 * parameters and moments are plain arrays that can be saved and restored exactly, for every engine.
 */
export class Adam {
  /** Decayed means of the gradients and of their squares, one array per parameter. */
  readonly firstMoments: Float32Array[];
  readonly secondMoments: Float32Array[];
  /** Updates so far. */
  step = 0;

  constructor(
    private readonly parameters: readonly Float32Array[],
    private readonly settings: AdamSettings,
  ) {
    this.firstMoments = parameters.map(({ length }) => new Float32Array(length));
    this.secondMoments = parameters.map(({ length }) => new Float32Array(length));
  }

  /** Updates the parameters by one step against the gradients of the same shapes. */
  update(gradients: readonly Float32Array[]): void {
    const { learningRate, beta1, beta2, epsilon } = this.settings;
    this.step++;
    const unbias = Math.sqrt(1 - beta2 ** this.step);
    const rate = (learningRate * unbias) / (1 - beta1 ** this.step);
    const smallest = epsilon * unbias;
    this.parameters.forEach((values, parameter) => {
      const gradient = gradients[parameter];
      const first = this.firstMoments[parameter];
      const second = this.secondMoments[parameter];
      for (let i = 0; i < values.length; i++) {
        first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
        second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] * gradient[i];
        values[i] -= (rate * first[i]) / (Math.sqrt(second[i]) + smallest);
      }
    });
  }
}
