// The pages of the settings.
import { useLocation } from 'preact-iso';
import type { Act } from '#shared/accounts/acts.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { may } from '../state/session.ts';
import { isAdministrator, may } from '../state/session.ts';

interface Tab {
  readonly href: string;
  readonly label: MessageKey;
  readonly isForAll: boolean;
  /** What somebody must be allowed to do to see it. */
  readonly act?: Act;
}

const tabs: readonly Tab[] = [
  { href: '/admin/settings', label: 'settings.tab.venue', isForAll: true },
  { href: '/admin/settings/agencies', label: 'settings.tab.agencies', isForAll: true },
  { href: '/admin/settings/synonyms', label: 'settings.tab.synonyms', isForAll: true },
  { href: '/admin/settings/holidays', label: 'settings.tab.holidays', isForAll: true },
  { href: '/admin/settings/hall', label: 'settings.tab.hall', isForAll: true },
  { href: '/admin/settings/accounts', label: 'settings.tab.accounts', isForAll: false },
  { href: '/admin/settings/feeds', label: 'settings.tab.feeds', isForAll: true, act: 'feeds.manage' },
  { href: '/admin/settings/audit', label: 'settings.tab.audit', isForAll: false },
const tabs: readonly { readonly href: string; readonly label: MessageKey; readonly act: Act }[] = [
  { href: '/admin/settings', label: 'settings.tab.venue', act: 'desk.read' },
  { href: '/admin/settings/agencies', label: 'settings.tab.agencies', act: 'settings.read' },
  { href: '/admin/settings/procedures', label: 'procedures.name', act: 'settings.read' },
  { href: '/admin/settings/synonyms', label: 'settings.tab.synonyms', act: 'settings.read' },
  { href: '/admin/settings/hall', label: 'settings.tab.hall', act: 'settings.read' },
  { href: '/admin/settings/audit', label: 'settings.tab.audit', act: 'audit.read' },
];

export function SettingsTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('place.settings')}>
      <ul>
        {tabs
          .filter(({ act }) => may(act))
          .filter(({ isForAll, act }) => (isForAll || isAdministrator()) && (act === undefined || may(act)))
          .map(({ href, label }) => (
            <li key={href}>
              <a href={href} {...(path === href ? { 'aria-current': 'page' as const } : {})}>
                {t(label)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
