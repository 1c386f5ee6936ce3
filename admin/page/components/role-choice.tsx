// Which of the roles: each with what it is for.
import { type Role, roles } from '#shared/accounts/roles.ts';
import { t } from '../i18n/index.ts';

interface RoleChoiceProps {
  readonly legend: string;
  readonly hint: string;
  readonly value: readonly Role[];
  readonly isFixed?: boolean;
  readonly onChange: (value: readonly Role[]) => void;
}

export function RoleChoice({ legend, hint, value, isFixed = false, onChange }: RoleChoiceProps) {
  const choose = (role: Role, isHeld: boolean) =>
    onChange(roles.filter((one) => (one === role ? isHeld : value.includes(one))));
  return (
    <fieldset class="role-choice" disabled={isFixed}>
      <legend>{legend}</legend>
      <p class="secondary">{hint}</p>
      {roles.map((role) => (
        <label key={role} class="role-line">
          <input
            type="checkbox"
            class="check"
            checked={value.includes(role)}
            onChange={(event) => choose(role, event.currentTarget.checked)}
          />
          <span>
            {t(`role.${role}`)}
            <span class="account-aside secondary">{t(`role.${role}.line`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
