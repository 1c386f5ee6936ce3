// The terminal's page over a fake engine: what the browser tests of the screens drive.
import { mountKiosk } from '#kiosk/app.tsx';
import { startPage } from '#kiosk/start-page.ts';
import '#kiosk/styles/index.css';
import { FakeEngine } from './fake-engine.ts';

declare global {
  interface Window {
    /** Set by a test before the page loads: the state the terminal is in. */
    fixtureScenario?: string;
    fakeEngine?: FakeEngine;
  }
}

const root = document.getElementById('app');
if (root) {
  const engine = new FakeEngine(window.fixtureScenario ?? 'ready');
  window.fakeEngine = engine;
  startPage();
  mountKiosk(root, engine);
}
