import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CustomerPage } from './customer-page';

createRoot(document.getElementById('page') as HTMLElement).render(
  <StrictMode>
    <CustomerPage />
  </StrictMode>,
);
