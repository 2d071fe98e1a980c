import type { ObservedVisit, StateSnapshot } from './visit-state';

/** A visit as the agent remembers it. */
export interface LoggedVisit extends ObservedVisit {
  readonly customer: number;
  readonly day: number;
  /** The state at the start of the visit. */
  readonly state: StateSnapshot;
}

/** A visit and the next one of the same customer. */
export interface VisitTransition {
  readonly visit: LoggedVisit;
  /** The next visit of the customer, if there was one. */
  readonly next: LoggedVisit | undefined;
  /** Whether the future is known: the customer returned, or has been away so long that they count as gone. */
  readonly isResolved: boolean;
}

/** All visits so far, in order of time. */
export class VisitLog {
  private readonly visits: LoggedVisit[] = [];

  get length(): number {
    return this.visits.length;
  }

  add(visit: LoggedVisit): void {
    this.visits.push(visit);
  }

  /** A copy that grows on its own. */
  copy(): VisitLog {
    const copy = new VisitLog();
    for (const visit of this.visits) copy.add(visit);
    return copy;
  }

  /** Calls back with every visit, oldest first. */
  forEach(callback: (visit: LoggedVisit) => void): void {
    this.visits.forEach(callback);
  }

  /**
   * Returns the visits with the next ones of their customers, oldest first.
   * @param goneAfter days without a visit after which a customer counts as gone
   */
  transitions(goneAfter: number): VisitTransition[] {
    const nextOf = new Map<number, LoggedVisit>();
    const end = this.visits.at(-1)?.day ?? 0;
    return [...this.visits]
      .reverse()
      .map((visit) => {
        const next = nextOf.get(visit.customer);
        nextOf.set(visit.customer, visit);
        return { visit, next, isResolved: next !== undefined || end - visit.day > goneAfter };
      })
      .reverse();
  }
}
