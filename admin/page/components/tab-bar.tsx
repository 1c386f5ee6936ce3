// The pages of one place as a row of links; those an account has no act for are not there.
import { useLocation } from 'preact-iso';
import type { Act } from '#shared/accounts/acts.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { may } from '../state/session.ts';

export interface Tab {
  readonly href: string;
  readonly label: MessageKey;
  /** Left out where everybody in the place may open the page. */
  readonly act?: Act;
}

export function TabBar({ label, tabs }: { readonly label: MessageKey; readonly tabs: readonly Tab[] }) {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t(label)}>
      <ul>
        {tabs
          .filter(({ act }) => act === undefined || may(act))
          .map(({ href, label: name }) => (
            <li key={href}>
              <a href={href} {...(path === href ? { 'aria-current': 'page' as const } : {})}>
                {t(name)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
