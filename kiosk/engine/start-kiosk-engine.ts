// Starts the machinery below the screens with the real workers of this page.
import type { SyncSettings } from '#shared/protocol/worker-messages.ts';
import type { KioskEngine } from './engine.ts';
import { KioskMachine } from './kiosk-machine.ts';
import { spawnSearch } from './spawn-search.ts';

declare const __APP_VERSION__: string | undefined;

/** An engine whose workers have begun. */
export interface StartedEngine {
  readonly engine: KioskEngine;
  /**
   * Resolves as soon as it is known what the terminal holds: phase `ready` with a catalogue to show, or `empty`.
   * Never rejects; what went wrong stands in the status.
   */
  readonly isKnown: Promise<void>;
}

/** Starts the workers; screens can be drawn at once, in the phase `starting`. */
export function startKioskEngine(): StartedEngine {
  const machine = new KioskMachine({
    spawnSearch,
    spawnSync: () =>
      new Worker(new URL('../sync-worker/main.ts', import.meta.url), { type: 'module', name: 'sync' }),
    settings: describePage(),
  });
  return { engine: machine, isKnown: machine.start() };
}

function describePage(): SyncSettings {
  return {
    appVersion: typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'unknown',
    userAgent: navigator.userAgent,
    screen: `${screen.width}x${screen.height}@${devicePixelRatio}`,
    terminalName: new URLSearchParams(location.search).get('terminal'),
  };
}
