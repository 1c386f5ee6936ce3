// The few places of the desk, at the left of every screen.
import type { IconNode } from 'lucide';
import {
  BookOpenCheck,
  CalendarCheck,
  EyeOff,
  FileInput,
  FileText,
  FolderTree,
  Inbox,
  LibraryBig,
  LogOut,
  MonitorSmartphone,
  Send,
  Settings as SettingsIcon,
} from 'lucide';
import { useLocation } from 'preact-iso';
import type { Act } from '#shared/accounts/acts.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { may, session } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { LanguageButton } from './language-button.tsx';

interface Place {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: IconNode;
  /** Shown to those alone who may do this; to everybody without one. */
  readonly act?: Act;
}

const places: readonly Place[] = [
  { href: '/admin/', label: 'place.today', icon: CalendarCheck },
  { href: '/admin/records', label: 'place.records', icon: FileText },
  { href: '/admin/tree', label: 'place.tree', icon: FolderTree },
  { href: '/admin/registers', label: 'place.registers', icon: LibraryBig },
  { href: '/admin/import', label: 'place.import', icon: FileInput },
  { href: '/admin/transfers', label: 'place.transfers', icon: Inbox, act: 'transfers.read' },
  { href: '/admin/withheld', label: 'place.withheld', icon: EyeOff, act: 'withheld.read' },
  { href: '/admin/publish', label: 'place.publish', icon: Send },
  { href: '/admin/ledgers', label: 'place.ledgers', icon: BookOpenCheck },
  { href: '/admin/terminals', label: 'place.terminals', icon: MonitorSmartphone },
  { href: '/admin/settings', label: 'place.settings', icon: SettingsIcon },
];

const isHere = (path: string, href: string) =>
  href === '/admin/' ? path === '/admin' : path === href || path.startsWith(`${href}/`);

export function Places({ onSignOut }: { readonly onSignOut: () => void }) {
  const { path } = useLocation();
  return (
    <nav class="places" aria-label={t('place.navigation')}>
      <p class="places-brand">
        <img src="/icon.svg" alt="" /> {t('app.name')}
      </p>
      <ul>
        {places
          .filter(({ act }) => act === undefined || may(act))
          .map(({ href, label, icon }) => (
            <li key={href}>
              <a href={href} {...(isHere(path, href) ? { 'aria-current': 'page' as const } : {})}>
                <Icon node={icon} /> {t(label)}
              </a>
            </li>
          ))}
      </ul>
      <div class="places-foot">
        <span class="places-who">{session.value?.account.displayName}</span>
        <LanguageButton look="button-on-dark" />
        <button type="button" class="button button-on-dark" onClick={onSignOut}>
          <Icon node={LogOut} /> {t('signOut')}
        </button>
      </div>
    </nav>
  );
}
