// How components reach the engine: through context, so that a test can put a fake one in its place.
import { useComputed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EngineStatus, KioskEngine } from '../engine/engine.ts';

export const EngineContext = createContext<KioskEngine | null>(null);

/** The engine of the tree this component stands in. */
export function useEngine(): KioskEngine {
  const engine = useContext(EngineContext);
  if (!engine) throw new Error('useEngine needs an EngineContext above it');
  return engine;
}

/**
 * What is shown, as a name that is another one when the release is, or when something of it began or ceased to be
 * shown. Components that need only this do not follow every step of a sync.
 */
export function useContentVersion(): string | null {
  const engine = useEngine();
  return useComputed(() => contentVersionOf(engine.status.value)).value;
}

/** The same for what stands outside of any component. */
export function contentVersionOf({ version, shownSince }: EngineStatus): string | null {
  return version === null ? null : `${version}/${shownSince}`;
}

export function usePhase(): EngineStatus['phase'] {
  const engine = useEngine();
  return useComputed(() => engine.status.value.phase).value;
}
