// The wall put together: frame, page and states, and what turns the pages.
import { render } from 'preact';
import { isWithin, momentOf } from '#shared/catalogue/day-span.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { now } from '../state/clock.ts';
import { EngineContext } from '../state/engine-context.ts';
import { useVenueTheme } from '../state/venue-theme.ts';
import { askedLayout } from './choose-layout.ts';
import { QuietScreen } from './quiet-screen.tsx';
import { WallBoundary } from './wall-boundary.tsx';
import { WallFrame } from './wall-frame.tsx';
import { WallLoop } from './wall-loop.ts';

function Wall({ engine, loop }: { engine: KioskEngine; loop: WallLoop }) {
  useVenueTheme();
  const shown = loop.shown.value;
  const { quiet } = displayOf(engine.manifest.value?.venue);
  // An emergency keeps the wall awake: somebody may still be in the hall, or in front of its window.
  const isDark =
    isWithin(quiet, momentOf(now.value)) && !shown?.strip && shown?.page.main.type !== 'emergency';
  return (
    <WallBoundary turn={shown?.turn ?? 0}>
      {isDark ? <QuietScreen /> : <WallFrame shown={shown} problem={loop.problem.value} />}
    </WallBoundary>
  );
}

/** Draws the wall into `root` and keeps it turning; everything shown comes from `engine`. */
export function mountWall(root: HTMLElement, engine: KioskEngine): void {
  const loop = new WallLoop(engine, askedLayout(location.search));
  root.replaceChildren();
  render(
    <EngineContext.Provider value={engine}>
      <Wall engine={engine} loop={loop} />
    </EngineContext.Provider>,
    root,
  );
  loop.start();
}
