/** The scores of all films, [films]. */
export type Scores = Float32Array | Float64Array;

/** A film, by number, and its score. */
export interface ScoredFilm {
  readonly film: number;
  readonly score: number;
}

/**
 * Returns the `first` films with the highest scores, best first; of equal scores the lower film number comes first.
 * Films with a score of NaN or −∞, and films that `allowed` [films] marks with 0, are never returned, so there may be
 * fewer than `first`. A bounded heap with the worst kept film on top: O(films · log first).
 */
export function topFilms(scores: Scores, first: number, allowed?: Uint8Array): ScoredFilm[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  for (let film = 0; film < scores.length; film++) {
    if (!(scores[film] > -Infinity) || allowed?.[film] === 0) continue;
    if (heap.length < first) {
      heap.push(film);
      siftUp(heap, isWorse);
    } else if (first > 0 && isWorse(heap[0], film)) {
      heap[0] = film;
      siftDown(heap, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1)).map((film) => ({ film, score: scores[film] }));
}

type IsWorse = (a: number, b: number) => boolean;

function siftUp(heap: number[], isWorse: IsWorse): void {
  for (let i = heap.length - 1; i > 0;) {
    const parent = (i - 1) >> 1;
    if (!isWorse(heap[i], heap[parent])) return;
    [heap[i], heap[parent]] = [heap[parent], heap[i]];
    i = parent;
  }
}

function siftDown(heap: number[], isWorse: IsWorse): void {
  for (let i = 0; ;) {
    let worst = i;
    for (const child of [2 * i + 1, 2 * i + 2]) {
      if (child < heap.length && isWorse(heap[child], heap[worst])) worst = child;
    }
    if (worst === i) return;
    [heap[i], heap[worst]] = [heap[worst], heap[i]];
    i = worst;
  }
}
