import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { TERMS, type TermName } from './terms';
import styles from './term.module.css';

/** Width of a tooltip and its distance from the edges of the window, in pixels. */
const WIDTH = 288;
const MARGIN = 12;

/** A term with its definition as a tooltip, on hover and focus. Escape closes it. */
export function Term({ name, children }: { name: TermName; children: ReactNode }) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const [position, setPosition] = useState<{ left: number; top: number }>();
  const open = () => {
    const { left, bottom } = word.current?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    setPosition({ left: Math.max(Math.min(left, innerWidth - WIDTH - MARGIN), MARGIN), top: bottom + 6 });
  };
  const close = () => setPosition(undefined);
  const isOpen = position !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setPosition(undefined);
    // The tooltip does not move with the page.
    const onScroll = () => setPosition(undefined);
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [isOpen]);
  return (
    <span onPointerEnter={open} onPointerLeave={close}>
      <button
        ref={word}
        type="button"
        className={`bare ${styles.word}`}
        aria-describedby={id}
        onFocus={open}
        onBlur={close}
      >
        {children}
      </button>
      <span id={id} role="tooltip" className={styles.tip} style={position} hidden={!isOpen}>
        {TERMS[name]}
      </span>
    </span>
  );
}
