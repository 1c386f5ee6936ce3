// The wall screen's entrance: units, clock and guards first, then the engine the terminal has too, then the pages.
import { startKioskEngine } from '../engine/start-kiosk-engine.ts';
import { showStartFailure, startPage } from '../start-page.ts';
import { mountWall } from './mount-wall.tsx';
import './styles/index.css';

const root = document.getElementById('app');

if (root) {
  startPage();
  const { engine, isKnown } = startKioskEngine();
  isKnown.then(() => mountWall(root, engine)).catch(showStartFailure);
}
