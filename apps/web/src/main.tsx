import './ui/mantine.css';
import '@mantine/notifications/styles.css';
import './ui/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { wearTextSize } from './ui/text-size.js';
import { languageHere, speak } from './words/i18n.js';

wearTextSize();
// Nothing here may wait at the top: files that the words come in may need this one to have ended.
void speak(languageHere()).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
// After the page: files for later must not delay those that are needed now.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('/sw.js'), 3_000));
