// The pages of statistics.
import { useLocation } from 'preact-iso';
import { st } from '../i18n/statistics-words.ts';

const tabs = [
  { href: '/admin/statistics', label: 'tab.use' },
  { href: '/admin/statistics/months', label: 'tab.months' },
] as const;

export function StatisticsTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={st('tabs')}>
      <ul>
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <a href={href} {...(path === href ? { 'aria-current': 'page' as const } : {})}>
              {st(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
