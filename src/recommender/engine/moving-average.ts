/**
 * Moving averages of parameters, one array per parameter. Rows of a matrix that did not change since the last look are
 * brought up to date when they are needed: after moves of rates r₁, r₂, … towards a constant, an average has covered
 * 1 − (1 − r₁)(1 − r₂)… of the way.
 */
export class MovingAverage {
  readonly averages: Float32Array[];
  /** The sum of log(1 − rate) over all moves, and what it was when each row was last brought up to date. */
  private total = 0;
  private readonly seen: readonly Float64Array[];

  /**
   * @param parameters averages start with these values
   * @param rows the number of rows of the first parameters, which are brought up to date by row; the others move at once
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

  /** Brings rows of a parameter up to date. Call it before these rows of the parameter change. */
  catchUp(parameter: number, rows: Iterable<number>): void {
    const seen = this.seen[parameter];
    const width = this.parameters[parameter].length / seen.length;
    for (const row of rows) {
      if (seen[row] === this.total) continue;
      this.approach(parameter, row * width, (row + 1) * width, -Math.expm1(this.total - seen[row]));
      seen[row] = this.total;
    }
  }

  /** Brings all rows up to date. @returns the averages */
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
