import type { Random } from '../../../random';

/** The last transitions, as many as the capacity, to learn from in random order (Lin, 1992). */
export class ReplayMemory<Transition> {
  private readonly transitions: Transition[] = [];
  /** Where the next transition goes once the memory is full. */
  private oldest = 0;

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.transitions.length;
  }

  push(transition: Transition): void {
    this.transitions[this.oldest] = transition;
    this.oldest = (this.oldest + 1) % this.capacity;
  }

  /** Different transitions, each equally likely (Floyd's algorithm); `count` ≤ size. */
  sample(count: number, random: Random): Transition[] {
    const chosen = new Set<number>();
    for (let last = this.size - count; last < this.size; last++) {
      const place = random.integer(last + 1);
      chosen.add(chosen.has(place) ? last : place);
    }
    return Array.from(chosen, (place) => this.transitions[place]);
  }

  clear(): void {
    this.transitions.length = 0;
    this.oldest = 0;
  }
}
