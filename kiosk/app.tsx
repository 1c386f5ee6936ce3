// The terminal's page put together: header, field, screens, rail, and what watches over a visit.

import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { EmergencyStrip } from './components/emergency-strip.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { HandRail } from './components/hand-rail.tsx';
import { IdleDialog } from './components/idle-dialog.tsx';
import { LazyAttractLoop } from './components/lazy-attract-loop.ts';
import { LazyKeypad } from './components/lazy-keypad.ts';
import { ScreenHeader } from './components/screen-header.tsx';
import { ScreenStage } from './components/screen-stage.tsx';
import { SearchField } from './components/search-field.tsx';
import { Skeleton } from './components/skeleton.tsx';
import { SpeechBar } from './components/speech-bar.tsx';
import { StaffDoor } from './components/staff-door.tsx';
import type { KioskEngine } from './engine/engine.ts';
import { t } from './i18n/translate.ts';
import { startArrowKeys } from './keyboard/arrow-keys.ts';
import { startSwitchScan } from './keyboard/switch-scan.ts';
import { answerFirst } from './paint-first.ts';
import { AboutScreen } from './screens/about-screen.tsx';
import { BrowseScreen } from './screens/browse-screen.tsx';
import { FirstSyncScreen } from './screens/first-sync-screen.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { NotFoundScreen } from './screens/not-found-screen.tsx';
import { ResultsScreen } from './screens/results-screen.tsx';
import { isListening, reader } from './speech/read-aloud.ts';
import { isAttracting, startAttractWatch } from './state/attract-watch.ts';
import { EngineContext, useEngine, usePhase } from './state/engine-context.ts';
import { startIdleWatch } from './state/idle-watch.ts';
import { useKeyCapture } from './state/key-capture.ts';
import { isKeypadOpen } from './state/keypad.ts';
import { hasModes, isElder, isLowReach } from './state/modes.ts';
import { depth, scroller, useNavigation, useVisitHistory } from './state/navigation.ts';
import { hasTaken } from './state/take-home.ts';
import { startTechnicalLog } from './state/technical-log.ts';
import { typedText } from './state/typed-text.ts';
import { useVenueTheme } from './state/venue-theme.ts';
import { endVisit, visitNumber } from './state/visit.ts';
import { endNotes } from './state/visit-notes.ts';

const AgencyScreen = lazy(() => import('./screens/agency-screen.tsx'));
const RecordScreen = lazy(() => import('./screens/record-screen.tsx'));
const GuidesScreen = lazy(() => import('./screens/guides-screen.tsx'));
const ConsultationsScreen = lazy(() => import('./screens/consultations-screen.tsx'));
const ListScreen = lazy(() => import('./screens/list-screen.tsx'));
const RegistersScreen = lazy(() => import('./screens/registers-screen.tsx'));
const AttachmentScreen = lazy(() => import('./screens/attachment-screen.tsx'));
const DisclosureScreen = lazy(() => import('./screens/disclosure-screen.tsx'));
const FiguresScreen = lazy(() => import('./screens/figures-screen.tsx'));
const HallScreen = lazy(() => import('./screens/hall-screen.tsx'));
const VoiceScreen = lazy(() => import('./screens/voice-screen.tsx'));
const StaffScreen = lazy(() => import('./screens/staff-screen.tsx'));

function Screens() {
  return (
    <Router>
      <Route path="/" component={HomeScreen} />
      <Route path="/search" component={ResultsScreen} />
      <Route path="/browse/:way?/:node?" component={BrowseScreen} />
      <Route path="/guides/:way?/:value?" component={GuidesScreen} />
      <Route path="/agency/:id" component={AgencyScreen} />
      <Route path="/record/:id" component={RecordScreen} />
      <Route path="/record/:id/file/:file" component={AttachmentScreen} />
      <Route path="/registers" component={RegistersScreen} />
      <Route path="/consultations" component={ConsultationsScreen} />
      <Route path="/list" component={ListScreen} />
      <Route path="/preview" component={RecordScreen} />
      <Route path="/about" component={AboutScreen} />
      <Route path="/hall" component={HallScreen} />
      <Route path="/figures" component={FiguresScreen} />
      <Route path="/disclosure/:section?" component={DisclosureScreen} />
      <Route path="/voice/:part?" component={VoiceScreen} />
      <Route path="/staff" component={StaffScreen} />
      <Route default component={NotFoundScreen} />
    </Router>
  );
}

/** Screens that work without any content. */
const needNoContent = ['/staff', '/about'];

function Content() {
  const { path } = useLocation();
  const phase = usePhase();
  if (needNoContent.includes(path)) return <Screens />;
  if (phase === 'starting') return <Skeleton lines={6} shape="tiles" />;
  return phase === 'empty' ? <FirstSyncScreen /> : <Screens />;
}

function Shell({ onEnd }: { onEnd: () => void }) {
  const { path, url } = useLocation();
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    scroller.current = main.current;
  });
  useVisitHistory();
  // What is read aloud is the screen that is open; the next one is not read unasked.
  useEffect(() => () => reader.stop(), [url]);
  useKeyCapture(path.startsWith('/staff') || path === '/preview');
  const isReady = usePhase() === 'ready';
  const hasField = isReady && (path === '/' || path === '/search');
  const isTyping = isReady && path === '/search' && isKeypadOpen.value;
  return (
    <div class={`shell ${isTyping ? 'shell--typing' : ''}`}>
      <ScreenHeader />
      {isLowReach.value && <ScreenStage />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <main ref={main} class="main" tabIndex={0}>
        <div class="main__content">
          {isReady && <EmergencyStrip />}
          {hasField && path === '/' && <h1 class="home-title">{t('home.title')}</h1>}
          {hasField && <SearchField key="field" />}
          <ErrorBoundary place={path} onHome={onEnd}>
            <Content />
          </ErrorBoundary>
        </div>
      </main>
      {isTyping && <LazyKeypad />}
      <SpeechBar />
      <HandRail onEnd={onEnd} />
      <StaffDoor />
    </div>
  );
}

/** Watches for visitors who left, and lets updates in while nobody is here. */
function useVisitEnd(): () => void {
  const engine = useEngine();
  const { path } = useLocation();
  const here = useRef({ path, end: () => {} });
  here.current = { path, end: () => endVisit(engine) };
  useEffect(() => {
    const isUntouched = () =>
      here.current.path === '/' &&
      depth.peek() === 0 &&
      typedText.peek() === '' &&
      !hasTaken() &&
      !hasModes() &&
      !isListening();
    const stopIdle = startIdleWatch({
      isElder: () => isElder.peek(),
      isListening,
      isReading: () => /^\/(?:record|voice)\/|^\/list$/u.test(here.current.path),
      isUntouched,
      onLeft: () => here.current.end(),
    });
    const onAlone = () => {
      endNotes();
      engine.visitorLeft();
    };
    const stopAttract = startAttractWatch({ isUntouched, onAlone });
    return () => {
      stopIdle();
      stopAttract();
    };
  }, []);
  return () => answerFirst(() => here.current.end());
}

function Visit() {
  const end = useVisitEnd();
  const { back } = useNavigation();
  useEffect(() => startArrowKeys(back), [back]);
  useEffect(() => startSwitchScan(), []);
  useVenueTheme();
  // Most visits open a record: its code is fetched while the visitor still looks at the home screen.
  useEffect(() => {
    const request = requestIdleCallback(() => RecordScreen.preload().catch(() => undefined), {
      timeout: 3_000,
    });
    return () => cancelIdleCallback(request);
  }, []);
  return (
    <>
      <Shell onEnd={end} />
      <IdleDialog onEnd={end} />
      {isAttracting.value && <LazyAttractLoop />}
    </>
  );
}

/**
 * Draws the terminal into `root`; everything shown comes from `engine`. Each visit gets a drawing of its own: whatever
 * the one before is still remembered by, elements and handlers, goes with it as a whole.
 */
export function mountKiosk(root: HTMLElement, engine: KioskEngine): void {
  root.replaceChildren();
  startTechnicalLog(engine);
  visitNumber.subscribe(() => {
    render(null, root);
    render(
      <EngineContext.Provider value={engine}>
        <LocationProvider>
          <Visit />
        </LocationProvider>
      </EngineContext.Provider>,
      root,
    );
  });
}
