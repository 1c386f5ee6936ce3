// The wall screen over a fake engine: what the browser tests of the wall drive.
import { mountWall } from '#kiosk/screen/mount-wall.tsx';
import { startPage } from '#kiosk/start-page.ts';
import '#kiosk/screen/styles/index.css';
import { WallEngine, type WallSetting } from './wall-engine.ts';

declare global {
  interface Window {
    /** Set by a test before the page loads. */
    wallSetting?: WallSetting;
    wallEngine?: WallEngine;
  }
}

const root = document.getElementById('app');
if (root) {
  const engine = new WallEngine(window.wallSetting ?? {});
  window.wallEngine = engine;
  startPage();
  mountWall(root, engine);
}
