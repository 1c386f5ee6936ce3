// The pages of the settings.
import { useLocation } from 'preact-iso';
import { type MessageKey, t } from '../i18n/index.ts';
import { isAdministrator } from '../state/session.ts';

const tabs: readonly { readonly href: string; readonly label: MessageKey; readonly isForAll: boolean }[] = [
  { href: '/admin/settings', label: 'settings.tab.venue', isForAll: true },
  { href: '/admin/settings/agencies', label: 'settings.tab.agencies', isForAll: true },
  { href: '/admin/settings/synonyms', label: 'settings.tab.synonyms', isForAll: true },
  { href: '/admin/settings/hall', label: 'settings.tab.hall', isForAll: true },
  { href: '/admin/settings/accounts', label: 'settings.tab.accounts', isForAll: false },
  { href: '/admin/settings/audit', label: 'settings.tab.audit', isForAll: false },
];

export function SettingsTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('place.settings')}>
      <ul>
        {tabs
          .filter(({ isForAll }) => isForAll || isAdministrator())
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
