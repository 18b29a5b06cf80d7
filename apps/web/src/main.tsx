import './theme/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { preferredLocale, showLocale } from './i18n/language.js';
import { openSession } from './lib/session.js';

if (import.meta.env.DEV) await import('@mantine/core/styles.layer.css');

// Both are needed before anything can be shown; neither waits for the other.
void openSession();
await showLocale(preferredLocale());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
