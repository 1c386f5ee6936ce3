// Puts the desk on the page.
import { render } from 'preact';
import { askInLanguage } from './api/client.ts';
import { App } from './app.tsx';
import { deskLanguage } from './i18n/index.ts';

deskLanguage.subscribe(askInLanguage);
const root = document.getElementById('app');
if (root) render(<App />, root);
