import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/geist/wght.css';
import './frame/tokens.css';
import './frame/base.css';
import { applyTheme, savedTheme } from './frame/theme';
import { Dashboard } from './dashboard';

applyTheme(savedTheme());
const root = document.getElementById('dashboard');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Dashboard />
    </StrictMode>,
  );
}
