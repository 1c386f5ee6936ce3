// A page without screens: puts the kiosk's engine on `window` for tests to drive.
import type { KioskEngine } from '#kiosk/engine/engine.ts';
import { startKioskEngine } from '#kiosk/engine/start-kiosk-engine.ts';

declare global {
  interface Window {
    engine: KioskEngine;
  }
}

const { engine, isKnown } = startKioskEngine();
await isKnown;
window.engine = engine;
