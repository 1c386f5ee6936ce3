// The desk as a whole: the door when nobody is signed in, else the places at the left and the chosen screen.

import type { IconNode } from 'lucide';
import {
  CalendarCheck,
  FileInput,
  FileText,
  LogOut,
  MonitorSmartphone,
  Send,
  Settings as SettingsIcon,
} from 'lucide';
import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { Icon } from './components/icon.tsx';
import { ProblemNotice } from './components/problem.tsx';
import { deskLanguage, type MessageKey, t } from './i18n/index.ts';
import { ImportWizard } from './screens/import-wizard.tsx';
import { Publish } from './screens/publish.tsx';
import { RecordEditor } from './screens/record-editor.tsx';
import { Records } from './screens/records.tsx';
import { Settings } from './screens/settings.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Terminals } from './screens/terminals.tsx';
import { Today } from './screens/today.tsx';
import { useLoaded } from './state/loaded.ts';
import { resumeSession, session, signOut } from './state/session.ts';

interface Place {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: IconNode;
}

const places: readonly Place[] = [
  { href: '/admin/', label: 'place.today', icon: CalendarCheck },
  { href: '/admin/records', label: 'place.records', icon: FileText },
  { href: '/admin/import', label: 'place.import', icon: FileInput },
  { href: '/admin/publish', label: 'place.publish', icon: Send },
  { href: '/admin/terminals', label: 'place.terminals', icon: MonitorSmartphone },
  { href: '/admin/settings', label: 'place.settings', icon: SettingsIcon },
];

const isHere = (path: string, href: string) => (href === '/admin/' ? path === href : path.startsWith(href));

function Places() {
  const { path } = useLocation();
  return (
    <nav class="places" aria-label={t('place.navigation')}>
      <p class="places-brand">
        <img src="/icon.svg" alt="" /> {t('app.name')}
      </p>
      <ul>
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <a href={href} {...(isHere(path, href) ? { 'aria-current': 'page' as const } : {})}>
              <Icon node={icon} /> {t(label)}
            </a>
          </li>
        ))}
      </ul>
      <div class="places-foot">
        <span>{session.value?.account.displayName}</span>
        <button
          type="button"
          class="button button-on-dark"
          onClick={() => {
            deskLanguage.value = deskLanguage.value === 'en' ? 'zh-CN' : 'en';
          }}
        >
          {t('app.language')}
        </button>
        <button type="button" class="button button-on-dark" onClick={signOut}>
          <Icon node={LogOut} /> {t('signOut')}
        </button>
      </div>
    </nav>
  );
}

function UnknownPlace() {
  return <h1>{t('app.unknownPlace')}</h1>;
}

function Desk() {
  return (
    <LocationProvider scope="/admin/">
      <div class="desk">
        <Places />
        <main class="work">
          <Router>
            <Route path="/admin/" component={Today} />
            <Route path="/admin/records" component={Records} />
            <Route path="/admin/records/:id" component={RecordEditor} />
            <Route path="/admin/settings" component={Settings} />
            <Route path="/admin/import" component={ImportWizard} />
            <Route path="/admin/publish" component={Publish} />
            <Route path="/admin/terminals" component={Terminals} />
            <Route default component={UnknownPlace} />
          </Router>
        </main>
      </div>
    </LocationProvider>
  );
}

export function App() {
  const resumed = useLoaded(resumeSession, []);
  useEffect(() => {
    document.documentElement.lang = deskLanguage.value;
    document.title = t('app.title');
  }, [deskLanguage.value]);
  if (resumed.error !== null && session.value === undefined) {
    return (
      <main class="sign-in">
        <ProblemNotice error={resumed.error} retry={resumed.reload} />
      </main>
    );
  }
  if (session.value === undefined) return <div class="sign-in" role="status" aria-label={t('app.loading')} />;
  return session.value ? <Desk /> : <SignIn />;
}
