// The desk as a whole: the door when nobody is signed in, else the places at the left and the chosen screen.
import { MapPinOff } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { useConfirm } from './components/confirm.tsx';
import { HelpPanel, useHelpKey } from './components/help-panel.tsx';
import { Icon } from './components/icon.tsx';
import { Places } from './components/places.tsx';
import { ProblemNotice } from './components/problem.tsx';
import { ScreenBoundary } from './components/screen-boundary.tsx';
import { WorkHead } from './components/work-head.tsx';
import { deskLanguage, t } from './i18n/index.ts';

import { SignIn } from './screens/sign-in.tsx';
import { Today } from './screens/today.tsx';

import { deskAddressOf, leaveQuestion } from './state/leave-guard.ts';
import { useLoaded } from './state/loaded.ts';
import { resumeSession, session, signOut, useSessionWatch } from './state/session.ts';

/** Every screen but the first comes with its own code: nobody waits for what they do not open. */
const Agencies = lazy(() => import('./screens/agencies.tsx').then((screen) => screen.Agencies));
const AuditTrail = lazy(() => import('./screens/audit-trail.tsx').then((screen) => screen.AuditTrail));
const ImportWizard = lazy(() => import('./screens/import-wizard.tsx').then((screen) => screen.ImportWizard));
const Publish = lazy(() => import('./screens/publish.tsx').then((screen) => screen.Publish));
const RecordEditor = lazy(() => import('./screens/record-editor.tsx').then((screen) => screen.RecordEditor));
const Records = lazy(() => import('./screens/records.tsx').then((screen) => screen.Records));
const Registers = lazy(() => import('./screens/registers.tsx').then((screen) => screen.Registers));
const Reviews = lazy(() => import('./screens/reviews.tsx').then((screen) => screen.Reviews));
const Settings = lazy(() => import('./screens/settings.tsx').then((screen) => screen.Settings));
const Synonyms = lazy(() => import('./screens/synonyms.tsx').then((screen) => screen.Synonyms));
const Terminals = lazy(() => import('./screens/terminals.tsx').then((screen) => screen.Terminals));
const Procedures = lazy(() => import('./screens/procedures.tsx').then((screen) => screen.Procedures));
const ReleaseGroups = lazy(() =>
  import('./screens/release-groups.tsx').then((screen) => screen.ReleaseGroups),
);
const Hall = lazy(() => import('./screens/hall.tsx'));
const Accounts = lazy(() => import('./screens/accounts.tsx').then((screen) => screen.Accounts));
const Invite = lazy(() => import('./screens/invite.tsx').then((screen) => screen.Invite));
const SecondFactorDoor = lazy(() =>
  import('./screens/second-factor-door.tsx').then((screen) => screen.SecondFactorDoor),
);
const Cases = lazy(() => import('./screens/cases.tsx').then((screen) => screen.Cases));
const Case = lazy(() => import('./screens/case.tsx').then((screen) => screen.CaseScreen));
const CaseEntry = lazy(() => import('./screens/case-entry.tsx').then((screen) => screen.CaseEntryScreen));
const CaseSettings = lazy(() =>
  import('./screens/case-settings.tsx').then((screen) => screen.CaseSettingsScreen),
);
const Deadlines = lazy(() => import('./screens/deadlines.tsx').then((screen) => screen.Deadlines));
const Holidays = lazy(() => import('./screens/holidays.tsx').then((screen) => screen.Holidays));
const Feeds = lazy(() => import('./screens/feeds.tsx'));
const Tree = lazy(() => import('./screens/tree.tsx').then((screen) => screen.Tree));
const Findings = lazy(() => import('./screens/findings.tsx').then((screen) => screen.Findings));
const ReviewSheet = lazy(() => import('./screens/review-sheet.tsx').then((screen) => screen.ReviewSheet));
const Register = lazy(() => import('./screens/register.tsx').then((screen) => screen.Register));
const RegisterImport = lazy(() =>
  import('./screens/register-import.tsx').then((screen) => screen.RegisterImport),
);
const Ledgers = lazy(() => import('./screens/ledgers.tsx').then((screen) => screen.Ledgers));
const Bulletins = lazy(() => import('./screens/bulletins.tsx').then((screen) => screen.Bulletins));
const BulletinScreen = lazy(() => import('./screens/bulletin.tsx').then((screen) => screen.BulletinScreen));
const Coverage = lazy(() => import('./screens/coverage.tsx').then((screen) => screen.CoverageScreen));
const AnnualReports = lazy(() =>
  import('./screens/annual-reports.tsx').then((screen) => screen.AnnualReports),
);
const AnnualReport = lazy(() =>
  import('./screens/annual-report.tsx').then((screen) => screen.AnnualReportScreen),
);
const ReleaseContent = lazy(() =>
  import('./screens/release-content.tsx').then((screen) => screen.ReleaseContent),
);

const Transfers = lazy(() => import('./screens/transfers.tsx').then((screen) => screen.Transfers));
const Transfer = lazy(() => import('./screens/transfer.tsx').then((screen) => screen.Transfer));
const TransferPrint = lazy(() =>
  import('./screens/transfer-print.tsx').then((screen) => screen.TransferPrint),
);
const VoiceRatings = lazy(() => import('./screens/voice-ratings.tsx').then((screen) => screen.VoiceRatings));
const VoiceUnhelpful = lazy(() =>
  import('./screens/voice-unhelpful.tsx').then((screen) => screen.VoiceUnhelpful),
);
const VoiceWishes = lazy(() => import('./screens/voice-wishes.tsx').then((screen) => screen.VoiceWishes));
const VoiceSettings = lazy(() =>
  import('./screens/voice-settings.tsx').then((screen) => screen.VoiceSettings),
);
const StatisticsScreen = lazy(() => import('./screens/statistics.tsx'));
const StatisticsMonths = lazy(() => import('./screens/statistics-months.tsx'));
const Consultations = lazy(() =>
  import('./screens/consultations.tsx').then((screen) => screen.Consultations),
);
const Consultation = lazy(() =>
  import('./screens/consultation.tsx').then((screen) => screen.ConsultationScreen),
);
const Withheld = lazy(() => import('./screens/withheld.tsx').then((screen) => screen.Withheld));
const WithheldEntry = lazy(() =>
  import('./screens/withheld-entry.tsx').then((screen) => screen.WithheldScreen),
);

function UnknownPlace() {
  return (
    <>
      <WorkHead title={t('app.unknownPlace')} />
      <div class="card empty">
        <Icon node={MapPinOff} />
        <p>{t('app.unknownPlaceLine')}</p>
        <a class="button button-primary" href="/admin/">
          {t('app.toToday')}
        </a>
      </div>
    </>
  );
}

/** After a move to another screen the keyboard is in it, not in the menu it came from. */
function useFocusOnMove() {
  const { path } = useLocation();
  const work = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) work.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return work;
}

function Desk() {
  const { route } = useLocation();
  const { ask, dialog } = useConfirm();
  const work = useFocusOnMove();
  const [isHelping, setHelping] = useState(false);
  useHelpKey(() => setHelping(!isHelping));
  useSessionWatch();
  const mayLeave = async () => leaveQuestion.value === null || ask(leaveQuestion.value, t('app.leave'));
  const guardLinks = async (event: MouseEvent) => {
    const address = leaveQuestion.value === null ? null : deskAddressOf(event);
    if (address === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (await mayLeave()) route(address);
  };
  return (
    <div class={`desk${isHelping ? ' desk-helping' : ''}`} onClickCapture={guardLinks}>
      <a class="skip" href="#work">
        {t('app.skip')}
      </a>
      <Places onHelp={() => setHelping(!isHelping)} onSignOut={async () => (await mayLeave()) && signOut()} />
      <main class="work" id="work" tabIndex={-1} ref={work}>
        <ScreenBoundary>
          <Router>
            <Route path="/admin/" component={Today} />
            <Route path="/admin/records" component={Records} />
            <Route path="/admin/records/:id" component={RecordEditor} />
            <Route path="/admin/reviews" component={Reviews} />
            <Route path="/admin/records/:id/sheet" component={ReviewSheet} />
            <Route path="/admin/findings" component={Findings} />
            <Route path="/admin/tree" component={Tree} />
            <Route path="/admin/cases" component={Cases} />
            <Route path="/admin/cases/new" component={CaseEntry} />
            <Route path="/admin/cases/:id" component={Case} />
            <Route path="/admin/deadlines" component={Deadlines} />
            <Route path="/admin/registers" component={Registers} />
            <Route path="/admin/registers/import" component={RegisterImport} />
            <Route path="/admin/registers/:id" component={Register} />
            <Route path="/admin/import" component={ImportWizard} />
            <Route path="/admin/transfers" component={Transfers} />
            <Route path="/admin/transfers/:id" component={Transfer} />
            <Route path="/admin/transfers/:id/print" component={TransferPrint} />
            <Route path="/admin/withheld" component={Withheld} />
            <Route path="/admin/withheld/:id" component={WithheldEntry} />
            <Route path="/admin/voice" component={VoiceRatings} />
            <Route path="/admin/voice/unhelpful" component={VoiceUnhelpful} />
            <Route path="/admin/voice/wishes" component={VoiceWishes} />
            <Route path="/admin/voice/settings" component={VoiceSettings} />
            <Route path="/admin/statistics" component={StatisticsScreen} />
            <Route path="/admin/statistics/months" component={StatisticsMonths} />
            <Route path="/admin/consultations" component={Consultations} />
            <Route path="/admin/consultations/:id" component={Consultation} />
            <Route path="/admin/publish" component={Publish} />
            <Route path="/admin/ledgers" component={Ledgers} />
            <Route path="/admin/ledgers/bulletins" component={Bulletins} />
            <Route path="/admin/ledgers/bulletins/:id" component={BulletinScreen} />
            <Route path="/admin/ledgers/coverage" component={Coverage} />
            <Route path="/admin/ledgers/annual" component={AnnualReports} />
            <Route path="/admin/ledgers/annual/:id" component={AnnualReport} />
            <Route path="/admin/publish/groups" component={ReleaseGroups} />
            <Route path="/admin/terminals" component={Terminals} />
            <Route path="/admin/terminals/releases/:version" component={ReleaseContent} />
            <Route path="/admin/settings" component={Settings} />
            <Route path="/admin/settings/agencies" component={Agencies} />
            <Route path="/admin/settings/procedures" component={Procedures} />
            <Route path="/admin/settings/synonyms" component={Synonyms} />
            <Route path="/admin/settings/holidays" component={Holidays} />
            <Route path="/admin/settings/hall" component={Hall} />
            <Route path="/admin/settings/cases" component={CaseSettings} />
            <Route path="/admin/settings/accounts" component={Accounts} />
            <Route path="/admin/settings/feeds" component={Feeds} />
            <Route path="/admin/settings/audit" component={AuditTrail} />
            <Route default component={UnknownPlace} />
          </Router>
        </ScreenBoundary>
      </main>
      {isHelping && <HelpPanel onClose={() => setHelping(false)} />}
      {dialog}
    </div>
  );
}

/** Screens outside the desk: a link of invitation, and what an account must do before it may work. */
function Doorway() {
  return (
    <LocationProvider scope="/admin/">
      <Router>
        <Route path="/admin/invite" component={Invite} />
        <Route default component={SecondFactorDoor} />
      </Router>
    </LocationProvider>
  );
}

export function App() {
  const resumed = useLoaded(resumeSession, []);
  useEffect(() => {
    document.documentElement.lang = deskLanguage.value;
  }, [deskLanguage.value]);
  if (location.pathname === '/admin/invite') return <Doorway />;
  if (resumed.error !== null && session.value === undefined) {
    return (
      <main class="sign-in">
        <ProblemNotice error={resumed.error} retry={resumed.reload} />
      </main>
    );
  }
  if (session.value === undefined) return <div class="sign-in" role="status" aria-label={t('app.loading')} />;
  if (!session.value) return <SignIn />;
  if (session.value.needsSecondFactor) return <Doorway />;
  return (
    <LocationProvider scope="/admin/">
      <Desk />
    </LocationProvider>
  );
}
