/** The themes; "system" follows the operating system. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'reelgraph.theme';

/** The event that is dispatched after the theme changes. */
export const THEME_CHANGED = 'reelgraph:theme';

/** Returns the saved theme. @default "system" */
export function savedTheme(): Theme {
  const saved = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === saved) ?? 'system';
}

/** Applies a theme and saves it. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event(THEME_CHANGED));
}
