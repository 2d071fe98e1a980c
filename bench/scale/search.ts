import { createNearestFilms } from '../../src/recommender/films/nearest-films';
import { createRandom } from '../../src/random';
import { exponent, interleave, median, ratioOf, type Row } from './measure';

const DIMENSION = 100;
const FIRST = 10;
const QUERIES = 64;
const BATCH = 20;
/** Clustered vectors, like the embeddings of a graph. */
const CLUSTERS = 200;
const SPREAD = 0.7;

/** Ratios to the read bound that a search in single precision should reach, by number of films. */
const GOALS: Record<number, number> = { 1_000: 0.25, 100_000: 0.9, 1_000_000: 0.9 };
const BYTES_GOAL = 3;
const PEER_GOAL = 4;

interface Peer {
  exactSearch(
    vectors: Float32Array,
    query: Float32Array,
    dimension: number,
    first: number,
    metric: string,
    threads: number,
  ): unknown;
}

/** Loads usearch if it is installed. It is not a dependency of the project. */
async function loadPeer(): Promise<Peer | undefined> {
  const name: string = 'usearch';
  try {
    return (await import(name)) as Peer;
  } catch (error) {
    console.error(`Skipping usearch (npm install --no-save usearch): ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

function createVectors(films: number): Float32Array {
  const random = createRandom(films);
  const centers = Float32Array.from({ length: CLUSTERS * DIMENSION }, random.normal);
  const vectors = new Float32Array(films * DIMENSION);
  for (let film = 0; film < films; film++) {
    const center = random.integer(CLUSTERS) * DIMENSION;
    for (let i = 0; i < DIMENSION; i++) {
      vectors[film * DIMENSION + i] = centers[center + i] + SPREAD * random.normal();
    }
  }
  return vectors;
}

/** Exact cosine search for the nearest films, compared to the memory bandwidth, plain loops and usearch. */
export async function measureSearch(sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  const peer = await loadPeer();
  const single: number[] = [];
  for (const films of sizes) {
    const vectors = createVectors(films);
    const search = {
      single: createNearestFilms(vectors, DIMENSION, { bytes: false }),
      bytes: createNearestFilms(vectors, DIMENSION, { bytes: true }),
      plain: createNearestFilms(vectors, DIMENSION, { simd: false }),
    };
    const random = createRandom(1);
    const queries = Array.from({ length: QUERIES }, () => {
      const film = random.integer(films);
      const own = vectors.subarray(film * DIMENSION, (film + 1) * DIMENSION);
      return own.map((value) => value + 0.3 * random.normal());
    });
    const query = (call: number) => queries[call % QUERIES];
    const batch = queries.slice(0, BATCH).map((vector) => ({ vector }));
    const [bytes, sameBytes] = [0, 1].map(() => Buffer.from(vectors.buffer));
    const work = {
      // memcmp of the memory with itself reads each cache line once from memory.
      read: () => Buffer.compare(bytes, sameBytes),
      single: (call: number) => search.single.find(query(call), FIRST),
      bytes: (call: number) => search.bytes.find(query(call), FIRST),
      batch: () => search.single.findMany(batch, FIRST),
      scores: (call: number) => search.single.scores(query(call)),
      plain: (call: number) => search.plain.find(query(call), FIRST),
      peer: (call: number) => peer?.exactSearch(vectors, query(call), DIMENSION, FIRST, 'cos', 1),
    };
    const times = await interleave(work, films > 100_000 ? 3 : undefined);
    const row = (name: keyof typeof work, anchor: keyof typeof work, words: string, goal?: number): Row => ({
      work: words,
      value: median(times[name]),
      anchor: ANCHORS[anchor],
      ratio: ratioOf(times, name, anchor),
      goal,
    });
    const of = `of ${films.toExponential(0)}`;
    single.push(median(times.single));
    rows.push(row('single', 'read', `10 nearest films ${of}, single precision`, GOALS[films]));
    rows.push(row('bytes', 'read', `10 nearest films ${of}, 8 bits`, films >= 1e6 ? BYTES_GOAL : undefined));
    rows.push(row('single', 'plain', `10 nearest films ${of}, single precision`));
    rows.push(row('scores', 'plain', `scores of all films ${of}, double precision`));
    const perQuery = times.batch.map((time) => time / BATCH);
    rows.push({
      work: `10 nearest films ${of}, each of ${BATCH} queries`,
      value: median(perQuery),
      anchor: 'one query',
      ratio: median(perQuery.map((time, round) => times.single[round] / time)),
    });
    if (peer) {
      const best = films >= 50_000 ? 'bytes' : 'single';
      rows.push(row(best, 'peer', `10 nearest films ${of}, as served`, PEER_GOAL));
    }
  }
  for (let i = 1; i < sizes.length; i++) {
    const growth = exponent([sizes[i - 1], sizes[i]], [single[i - 1], single[i]]);
    const work = `growth of a search from ${sizes[i - 1].toExponential(0)} to ${sizes[i].toExponential(0)} films`;
    rows.push({ work, value: growth, unit: 'exponent', anchor: 'linear', ratio: 1 / growth });
  }
  return rows;
}

const ANCHORS = {
  read: 'reading the vectors once',
  plain: 'plain loops',
  peer: 'usearch exact, 1 thread',
  single: '',
  bytes: '',
  batch: '',
  scores: '',
};
