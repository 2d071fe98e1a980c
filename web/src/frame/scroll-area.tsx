import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './scroll-area.module.css';

/** A region that scrolls horizontally. If its content is wider, a hint says so until the end is reached. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const measure = () =>
      setHasMore(element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft) > 8);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  return (
    <div className={styles.frame} data-more={hasMore || undefined}>
      <p className={styles.hint} aria-hidden="true">
        Scroll for more columns →
      </p>
      <div ref={area} className={styles.area} role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
