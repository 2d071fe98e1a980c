import { useState } from 'react';
import { applyTheme, savedTheme, type Theme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const SIGNS: Record<Theme, string> = { system: '◐', light: '○', dark: '●' };

/** Goes through system, light and dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(savedTheme);
  const change = () => {
    applyTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  return (
    <button type="button" className="sign" onClick={change} title={`Colours: ${theme}`}>
      <span aria-hidden="true">{SIGNS[theme]}</span>
      <span className="unseen">
        Colours: {theme}. Change to {NEXT[theme]}.
      </span>
    </button>
  );
}
