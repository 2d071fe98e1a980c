import { setTimeout as wait } from 'node:timers/promises';
import { LEASE_MS, type TrainingLease } from './training-lease';

/** Renewals are much oftener than the lease needs, because they carry progress and requests to cancel, too. */
const RENEWAL_MS = 500;

export interface LeaseKeeping {
  /** What to write with each renewal. */
  report?: () => { run: string; progress: object };
  onCancelRequested?: () => void;
  /** Called once, when the lease is lost: another may train now. */
  onLost: () => void;
}

/**
 * Renews a lease until it is stopped or lost. A graph that does not answer is asked again for as long as the
 * lease lasts; a process that was frozen for longer finds that it is lost.
 * @returns stops the renewals; resolves when none is under way
 */
export function renewLease(
  lease: TrainingLease,
  { report, onCancelRequested, onLost }: LeaseKeeping,
): () => Promise<void> {
  const stopping = new AbortController();
  let renewedAt = performance.now();

  const renew = async (): Promise<boolean> => {
    const askedAt = performance.now();
    const left = LEASE_MS - (askedAt - renewedAt);
    if (left <= 0) return false;
    const outcome = await Promise.race([
      lease.renew(report?.()).catch(() => 'failed' as const),
      wait(left, 'failed' as const, { ref: false }),
    ]);
    if (outcome === 'failed') return true;
    if (outcome?.cancelRequested) onCancelRequested?.();
    renewedAt = askedAt;
    return outcome !== undefined;
  };

  const keep = async () => {
    for (;;) {
      await wait(RENEWAL_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const held = await renew();
      if (stopping.signal.aborted) return;
      if (!held) return onLost();
    }
  };
  const kept = keep();
  return () => {
    stopping.abort();
    return kept;
  };
}
