// Puts the desk on the page.
import { render } from 'preact';
import { askInLanguage } from './api/client.ts';
import { App } from './app.tsx';
import { deskLanguage, loadLanguage } from './i18n/index.ts';

deskLanguage.subscribe(askInLanguage);
const root = document.getElementById('app');
if (root) {
  // Without its words the desk is drawn in Chinese, which came with the page.
  await loadLanguage(deskLanguage.peek()).catch(() => undefined);
  render(<App />, root);
}
