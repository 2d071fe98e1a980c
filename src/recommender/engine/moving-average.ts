/**
 * Moving averages of parameters, one array per parameter. Rows of a matrix that have not changed are updated lazily:
 * after updates with rates r₁, r₂, … towards a constant, an average has covered 1 − (1 − r₁)(1 − r₂)… of the distance.
 */
export class MovingAverage {
  readonly averages: Float32Array[];
  /** The sum of log(1 − rate) over all updates, and its value when each row was last updated. */
  private total = 0;
  private readonly seen: readonly Float64Array[];

  /**
   * @param parameters the initial values of the averages
   * @param rows the number of rows of the first parameters, which are updated lazily by row; the others are updated
   * immediately
   */
  constructor(
    private readonly parameters: readonly Float32Array[],
    rows: readonly number[],
  ) {
    this.averages = parameters.map((array) => array.slice());
    this.seen = rows.map((count) => new Float64Array(count));
  }

  /** Moves the averages by a rate in [0, 1) towards the parameters. */
  move(rate: number): void {
    this.total += Math.log1p(-rate);
    for (let parameter = this.seen.length; parameter < this.parameters.length; parameter++) {
      this.approach(parameter, 0, this.parameters[parameter].length, rate);
    }
  }

  /** Updates rows of a parameter's average. Call it before these rows of the parameter change. */
  catchUp(parameter: number, rows: Iterable<number>): void {
    const seen = this.seen[parameter];
    const width = this.parameters[parameter].length / seen.length;
    for (const row of rows) {
      if (seen[row] === this.total) continue;
      this.approach(parameter, row * width, (row + 1) * width, -Math.expm1(this.total - seen[row]));
      seen[row] = this.total;
    }
  }

  /** Updates all rows. @returns the averages */
  settle(): Float32Array[] {
    this.seen.forEach((rows, parameter) => this.catchUp(parameter, rows.keys()));
    return this.averages;
  }

  private approach(parameter: number, begin: number, end: number, share: number): void {
    const average = this.averages[parameter];
    const now = this.parameters[parameter];
    for (let i = begin; i < end; i++) average[i] += share * (now[i] - average[i]);
  }
}
