// Where the pages begin: the styles every page needs, the language and the person this device remembers, then the app.
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { tellLanguage } from './api/call.ts';
import { startSession } from './api/session.ts';
import { App } from './app/App.tsx';
import { startServiceWorker } from './realtime/service-worker.ts';
import { watchArrivals } from './ui/arrival.ts';
import { languageNow, speakAsBefore } from './ui/words.ts';

tellLanguage(languageNow);
watchArrivals();
await speakAsBefore();
startSession();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<App />);
void startServiceWorker().catch(() => undefined);
