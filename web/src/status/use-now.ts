import { useEffect, useState } from 'react';

/** Returns the time in milliseconds since 1970, updated every half second while `isTicking` is true. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
