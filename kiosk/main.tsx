// The terminal's entrance: units, modes and guards first, then the engine, then the screens.
import { mountKiosk } from './app.tsx';
import { LazyAttractLoop } from './components/lazy-attract-loop.ts';
import type { KioskEngine } from './engine/engine.ts';
import { type StartedEngine, startKioskEngine } from './engine/start-kiosk-engine.ts';
import { paintFirst } from './paint-first.ts';
import { showStartFailure, startPage } from './start-page.ts';
import { isAttracting } from './state/attract-watch.ts';
import { startHomeAnew, startWaitingAnew, takeWaiting } from './state/begin-anew.ts';
import { visitNumber } from './state/visit.ts';
import './styles/index.css';

const root = document.getElementById('app');

/** The desk frames this page at `/preview` to see a record, or a release group, as the terminal will show it. */
async function startEngine(): Promise<KioskEngine> {
  if (location.pathname !== '/preview') return await startTerminal(startKioskEngine());
  const asked = new URLSearchParams(location.search);
  const group = asked.get('group');
  if (group === null) return (await import('./engine/preview-engine.ts')).startPreviewEngine();
  const { startGroupPreviewEngine } = await import('./engine/group-preview-engine.ts');
  // From here on the page is a terminal like any other, on whichever of its screens.
  const record = asked.get('record');
  history.replaceState(null, '', record === null ? '/' : `/record/${encodeURIComponent(record)}`);
  return startGroupPreviewEngine(group);
}

/** A terminal that cannot say by then what it holds is drawn as it is, in milliseconds. */
const longestWaitMs = 3_000;

/** What is the same on every screen is drawn while the workers still look what this terminal holds. */
async function startTerminal({ engine, isKnown }: StartedEngine): Promise<KioskEngine> {
  if (!takeWaiting()) return engine;
  // Nobody is there. The waiting screen goes on as if nothing had been: it comes at once, with what it has to tell.
  isAttracting.value = true;
  const tooLong = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
  await Promise.race([Promise.all([isKnown, LazyAttractLoop.preload()]), tooLong]);
  return engine;
}

/** Counting can wait until the page has come to rest; where its code cannot be had, nothing is counted. */
function countWhenIdle(engine: KioskEngine): void {
  requestIdleCallback(() => {
    import('./statistics/start-counting.ts').then(
      ({ startCounting }) => startCounting((item) => engine.outbox.put(item)),
      () => undefined,
    );
  });
}

/** The first is some time away; where the code cannot be had, there is none. */
function watchForFreshStart({ status }: KioskEngine): void {
  requestIdleCallback(() => {
    import('./state/fresh-start.ts').then(
      ({ startFreshStarts }) =>
        startFreshStarts({
          status,
          isAlone: isAttracting,
          visitNumber,
          now: () => new Date(),
          elapsed: () => performance.now(),
          startWaiting: startWaitingAnew,
          startHome: startHomeAnew,
        }),
      () => undefined,
    );
  });
}

// What staff look at in a preview is no visit; a preview of a group takes another address as it starts.
const isPreview = location.pathname === '/preview';

if (root) {
  paintFirst();
  startPage();
  startEngine().then((engine) => {
    mountKiosk(root, engine);
    if (isPreview) return;
    countWhenIdle(engine);
    watchForFreshStart(engine);
  }, showStartFailure);
}
