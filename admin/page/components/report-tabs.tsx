// The pages of ledgers and reports.
import { useLocation } from 'preact-iso';
import { type MessageKey, t } from '../i18n/index.ts';

const tabs: readonly { readonly href: string; readonly label: MessageKey }[] = [
  { href: '/admin/ledgers', label: 'reports.tab.ledgers' },
  { href: '/admin/ledgers/bulletins', label: 'reports.tab.bulletins' },
  { href: '/admin/ledgers/coverage', label: 'reports.tab.coverage' },
  { href: '/admin/ledgers/annual', label: 'reports.tab.annual' },
];

export function ReportTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('place.ledgers')}>
      <ul>
        {tabs.map(({ href, label }) => (
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
