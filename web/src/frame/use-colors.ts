import { useEffect, useState } from 'react';
import { THEME_CHANGED } from './theme';

const NAMES = [
  'ink',
  'muted',
  'line',
  'paper',
  'panel',
  'accent',
  'rented',
  'shared',
  'second',
  'third',
] as const;

/** Computed colors of tokens.css for canvas drawings, such as rgb(1, 2, 3). */
export type Colors = Readonly<Record<(typeof NAMES)[number], string>>;

/** Returns the colors of the current theme and updates when it changes. */
export function useColors(): Colors {
  const [colors, setColors] = useState(readColors);
  useEffect(() => {
    const read = () => setColors(readColors());
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    window.addEventListener(THEME_CHANGED, read);
    return () => {
      system.removeEventListener('change', read);
      window.removeEventListener(THEME_CHANGED, read);
    };
  }, []);
  return colors;
}

/** Reads each color from a probe element, because a custom property itself returns the text light-dark(…). */
function readColors(): Colors {
  const probe = document.createElement('span');
  document.body.append(probe);
  const entries = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Colors;
}
