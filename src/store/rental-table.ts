/** One rental, by ids. */
export interface StoreRental {
  readonly customer: string;
  readonly film: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** The rating that the customer gave, if any. */
  readonly rating?: number;
}

const CHUNK_ROWS = 2 ** 20;

interface Chunk {
  readonly customer: Uint32Array;
  readonly film: Uint32Array;
  readonly at: Float64Array;
  readonly rating: Float32Array;
}

/** Rentals of one customer. */
export interface CustomerRentals {
  readonly customer: string;
  readonly rentals: StoreRental[];
}

/** Rentals in typed arrays, with 20 bytes per row: 33 million rows need 0.7 GB. */
export class RentalTable implements Iterable<StoreRental> {
  readonly #chunks: Chunk[] = [];
  readonly #customers = new IdIndex();
  readonly #films = new IdIndex();
  #length = 0;
  #hasRatings = false;

  /** Converts rentals to a table, unless they are one. */
  static from(rentals: Iterable<StoreRental>): RentalTable {
    if (rentals instanceof RentalTable) return rentals;
    const table = new RentalTable();
    for (const rental of rentals) table.add(rental.customer, rental.film, rental.at, rental.rating);
    return table;
  }

  get length(): number {
    return this.#length;
  }

  /** Whether any rental has a rating. */
  get hasRatings(): boolean {
    return this.#hasRatings;
  }

  /** Ids of the customers, in the order of their first rental. */
  get customers(): readonly string[] {
    return this.#customers.ids;
  }

  /** Ids of the films, in the order of their first rental. */
  get films(): readonly string[] {
    return this.#films.ids;
  }

  /** Adds a rental, without copying known ids. @param at milliseconds since 1970, UTC */
  add(customer: string, film: string, at: number, rating?: number): void {
    const row = this.#length % CHUNK_ROWS;
    if (row === 0) {
      this.#chunks.push({
        customer: new Uint32Array(CHUNK_ROWS),
        film: new Uint32Array(CHUNK_ROWS),
        at: new Float64Array(CHUNK_ROWS),
        rating: new Float32Array(CHUNK_ROWS),
      });
    }
    const chunk = this.#chunks[this.#chunks.length - 1];
    chunk.customer[row] = this.#customers.indexOf(customer);
    chunk.film[row] = this.#films.indexOf(film);
    chunk.at[row] = at;
    chunk.rating[row] = rating ?? NaN;
    this.#hasRatings ||= rating !== undefined;
    this.#length++;
  }

  /** Calls `use` for each row with indexes into `customers` and `films`. The rating is NaN if unknown. */
  forEach(use: (customer: number, film: number, at: number, rating: number) => void): void {
    let left = this.#length;
    for (const { customer, film, at, rating } of this.#chunks) {
      const rows = Math.min(left, CHUNK_ROWS);
      for (let row = 0; row < rows; row++) use(customer[row], film[row], at[row], rating[row]);
      left -= rows;
    }
  }

  /** Counts the distinct pairs of a customer and a film. Needs 4 more bytes per row. */
  countPairs(): number {
    const { order, ends } = this.#groupByCustomer();
    const lastCustomer = new Uint32Array(this.films.length);
    let pairs = 0;
    let row = 0;
    ends.forEach((end, customer) => {
      for (; row < end; row++) {
        const { film } = this.#chunks[Math.floor(order[row] / CHUNK_ROWS)];
        const index = film[order[row] % CHUNK_ROWS];
        if (lastCustomer[index] !== customer + 1) pairs++;
        lastCustomer[index] = customer + 1;
      }
    });
    return pairs;
  }

  *[Symbol.iterator](): Generator<StoreRental> {
    for (let row = 0; row < this.#length; row++) yield this.#rental(row);
  }

  /** Yields the rentals of each customer in the order of `customers`. Needs 4 more bytes per row. */
  *byCustomer(): Generator<CustomerRentals> {
    const { order, ends } = this.#groupByCustomer();
    let start = 0;
    for (const [index, customer] of this.customers.entries()) {
      const rows = order.subarray(start, ends[index]);
      start = ends[index];
      yield { customer, rentals: Array.from(rows, (number) => this.#rental(number)) };
    }
  }

  /** Orders the rows by customer: those of customer i end before `ends[i]`. */
  #groupByCustomer(): { order: Uint32Array; ends: Uint32Array } {
    const ends = new Uint32Array(this.customers.length);
    this.forEach((customer) => ends[customer]++);
    let start = 0;
    ends.forEach((count, customer) => {
      ends[customer] = start;
      start += count;
    });
    const order = new Uint32Array(this.#length);
    let row = 0;
    this.forEach((customer) => (order[ends[customer]++] = row++));
    return { order, ends };
  }

  #rental(number: number): StoreRental {
    const { customer, film, at, rating } = this.#chunks[Math.floor(number / CHUNK_ROWS)];
    const row = number % CHUNK_ROWS;
    return {
      customer: this.customers[customer[row]],
      film: this.films[film[row]],
      at: at[row],
      ...(Number.isNaN(rating[row]) ? {} : { rating: withoutNoise(rating[row]) }),
    };
  }
}

/** Reverts the rounding to 32 bits: 4.1 is stored as 4.099999904632568. */
const withoutNoise = (rating: number) =>
  Number.isInteger(rating * 4) ? rating : Number(rating.toPrecision(7));

/** Numbers ids in order of appearance. */
class IdIndex {
  readonly ids: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(id: string): number {
    const known = this.#indices.get(id);
    if (known !== undefined) return known;
    // Copy the id, because a slice of a chunk of the file would keep the chunk in memory.
    const own = Buffer.from(id).toString();
    this.#indices.set(own, this.ids.length);
    this.ids.push(own);
    return this.ids.length - 1;
  }
}
