// The pages of the settings.
import { useLocation } from 'preact-iso';
import type { Act } from '#shared/accounts/acts.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { may } from '../state/session.ts';

const tabs: readonly { readonly href: string; readonly label: MessageKey; readonly act: Act }[] = [
  { href: '/admin/settings', label: 'settings.tab.venue', act: 'desk.read' },
  { href: '/admin/settings/agencies', label: 'settings.tab.agencies', act: 'settings.read' },
  { href: '/admin/settings/procedures', label: 'procedures.name', act: 'settings.read' },
  { href: '/admin/settings/synonyms', label: 'settings.tab.synonyms', act: 'settings.read' },
  { href: '/admin/settings/holidays', label: 'settings.tab.holidays', act: 'settings.read' },
  { href: '/admin/settings/hall', label: 'settings.tab.hall', act: 'settings.read' },
  { href: '/admin/settings/accounts', label: 'settings.tab.accounts', act: 'accounts.manage' },
  { href: '/admin/settings/feeds', label: 'settings.tab.feeds', act: 'feeds.manage' },
  { href: '/admin/settings/audit', label: 'settings.tab.audit', act: 'audit.read' },
];

export function SettingsTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('place.settings')}>
      <ul>
        {tabs
          .filter(({ act }) => may(act))
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
