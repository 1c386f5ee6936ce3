// What a register would publish that needs an answer: by column, each kind ticked by whoever approves.
import type { RegisterFindingsView } from '#shared/protocol/registers-api.ts';
import { formatCount, t } from '../i18n/index.ts';

interface RegisterFindingsProps {
  readonly view: RegisterFindingsView;
  readonly confirmed: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

export function RegisterFindings({ view, confirmed, onToggle }: RegisterFindingsProps) {
  if (view.findings.length === 0) return null;
  return (
    <fieldset class="register-findings">
      <legend>{t('register.findings')}</legend>
      <p class="hint">{t('register.findingsLead')}</p>
      <ul>
        {view.findings.map(({ key, columnTitle, name, advice, count, examples }) => (
          <li key={key}>
            <label class="check-line">
              <input
                type="checkbox"
                class="check"
                checked={confirmed.has(key)}
                onChange={() => onToggle(key)}
              />
              <span>
                <strong>
                  {t('register.finding', { column: columnTitle, name, count: formatCount(count) })}
                </strong>
                <span class="register-examples">
                  {examples
                    .map(({ row, excerpt }) => t('register.findingExample', { row, excerpt }))
                    .join(t('register.findingPause'))}
                </span>
                <span class="hint">
                  {view.confirmedBefore.includes(key) ? t('register.findingBefore') : advice}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
