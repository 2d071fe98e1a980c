/**
 * An independent implementation of the tutorial's network, loss and optimizer, in double precision and without an
 * engine.
 */
export class ReimplementedTutorial {
  private readonly first: number[][];
  private readonly second: number[][];
  private time = 0;

  /** Parameters: weights [inputs][outputs] flattened and biases [outputs], in turn. */
  constructor(
    private readonly parameters: number[][],
    private readonly learningRate: number,
  ) {
    this.first = parameters.map((values) => values.map(() => 0));
    this.second = parameters.map((values) => values.map(() => 0));
  }

  /** One step of training without dropout. Returns the loss before the step. */
  learn(states: number[][], targets: number[][]): number {
    const gradients = this.parameters.map((values) => values.map(() => 0));
    const scale = 1 / (states.length * targets[0].length);
    let loss = 0;
    states.forEach((state, row) => {
      const activations = this.forward(state);
      const output = activations[activations.length - 1];
      let error = output.map((value, j) => {
        const difference = value - targets[row][j];
        loss += difference * difference * scale;
        return 2 * difference * scale;
      });
      for (let layer = activations.length - 2; layer >= 0; layer--) {
        error = this.backward(layer, activations[layer], error, gradients);
      }
    });
    this.update(gradients);
    return loss;
  }

  /** The input and the output of every layer, with relu on all but the last. */
  private forward(state: number[]): number[][] {
    const activations = [state];
    for (let layer = 0; layer < this.parameters.length / 2; layer++) {
      const [weights, biases] = [this.parameters[2 * layer], this.parameters[2 * layer + 1]];
      const input = activations[layer];
      const isLast = layer === this.parameters.length / 2 - 1;
      const output = biases.slice();
      for (let i = 0; i < input.length; i++) {
        for (let j = 0; j < output.length; j++) output[j] += input[i] * weights[i * output.length + j];
      }
      activations.push(isLast ? output : output.map((value) => (value > 0 ? value : 0)));
    }
    return activations;
  }

  /** Adds to the gradients of a layer, and returns the error of its input before relu. */
  private backward(layer: number, input: number[], error: number[], gradients: number[][]): number[] {
    const weights = this.parameters[2 * layer];
    const outputs = error.length;
    for (let j = 0; j < outputs; j++) gradients[2 * layer + 1][j] += error[j];
    return input.map((value, i) => {
      let sum = 0;
      for (let j = 0; j < outputs; j++) {
        gradients[2 * layer][i * outputs + j] += value * error[j];
        sum += weights[i * outputs + j] * error[j];
      }
      return layer > 0 && value <= 0 ? 0 : sum;
    });
  }

  /** Adam, as in algorithm 1 of the paper. */
  private update(gradients: number[][]): void {
    this.time++;
    gradients.forEach((gradient, at) => {
      gradient.forEach((g, i) => {
        const m = (this.first[at][i] = 0.9 * this.first[at][i] + 0.1 * g);
        const v = (this.second[at][i] = 0.999 * this.second[at][i] + 0.001 * g * g);
        const unbiasedM = m / (1 - 0.9 ** this.time);
        const unbiasedV = v / (1 - 0.999 ** this.time);
        this.parameters[at][i] -= (this.learningRate * unbiasedM) / (Math.sqrt(unbiasedV) + 1e-8);
      });
    });
  }
}
