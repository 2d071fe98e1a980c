import { useState } from 'react';
import { applyTheme, savedTheme, type Theme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS: Record<Theme, string> = { system: '◐', light: '○', dark: '●' };

/** A button that cycles through the themes. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(savedTheme);
  const change = () => {
    applyTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  return (
    <button type="button" className="icon" onClick={change} title={`Theme: ${theme}`}>
      <span aria-hidden="true">{ICONS[theme]}</span>
      <span className="visually-hidden">
        Theme: {theme}. Switch to {NEXT[theme]}.
      </span>
    </button>
  );
}
