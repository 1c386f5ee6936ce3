// The two ways to publish: what is approved now, or versions that go out together.
import { useLocation } from 'preact-iso';
import { type MessageKey, t } from '../i18n/index.ts';

const tabs: readonly { readonly href: string; readonly label: MessageKey }[] = [
  { href: '/admin/publish', label: 'publish.tab.now' },
  { href: '/admin/publish/groups', label: 'publish.tab.groups' },
];

export function PublishTabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('place.publish')}>
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
