import type { Random } from '../../../random';

/** Keeps the newest transitions up to its capacity, and samples them at random (Lin, 1992). */
export class ReplayMemory<Transition> {
  private readonly transitions: Transition[] = [];
  /** The index of the next transition. */
  private oldest = 0;

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.transitions.length;
  }

  push(transition: Transition): void {
    this.transitions[this.oldest] = transition;
    this.oldest = (this.oldest + 1) % this.capacity;
  }

  /** Draws `count` ≤ size distinct transitions, each equally likely (Floyd's algorithm). */
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
