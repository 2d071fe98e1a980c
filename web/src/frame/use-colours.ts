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

/** The colours of tokens.css as drawings on a canvas need them, such as rgb(1, 2, 3). */
export type Colours = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours of the theme that is shown now; changes with it. */
export function useColours(): Colours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const read = () => setColours(readColours());
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    window.addEventListener(THEME_CHANGED, read);
    return () => {
      system.removeEventListener('change', read);
      window.removeEventListener(THEME_CHANGED, read);
    };
  }, []);
  return colours;
}

/** A custom property reads as it was written, light-dark() and all; a colour that uses it reads as it is shown. */
function readColours(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const entries = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Colours;
}
