// The roles of an account in words.
import type { Role } from '#shared/accounts/roles.ts';
import { t } from '../i18n/index.ts';

export function RoleTags({ roles }: { readonly roles: readonly Role[] }) {
  return (
    <span class="role-tags">
      {roles.map((role) => (
        <span key={role} class="tag">
          {t(`role.${role}`)}
        </span>
      ))}
    </span>
  );
}
