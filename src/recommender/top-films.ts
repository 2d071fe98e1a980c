/** A film, by number, and what it is worth. */
export interface RankedFilm {
  readonly film: number;
  readonly score: number;
}

/**
 * The `first` films with the highest scores, best first; of equal scores the lower film number.
 * Films whose score is NaN or −∞ are never among them, nor those that `allowed`, [films], marks with 0.
 * There may be fewer than `first`. A bounded heap with the worst kept film on top: O(films · log first).
 */
export function topFilms(
  scores: Float32Array | Float64Array,
  first: number,
  allowed?: Uint8Array,
): RankedFilm[] {
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
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at], heap[parent])) return;
    [heap[at], heap[parent]] = [heap[parent], heap[at]];
    at = parent;
  }
}

function siftDown(heap: number[], isWorse: IsWorse): void {
  for (let at = 0; ;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isWorse(heap[child], heap[worst])) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst], heap[at]];
    at = worst;
  }
}
