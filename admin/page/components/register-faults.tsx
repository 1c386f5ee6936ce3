// Figures of a register that do not add up, each with the way to where it stands.
import { TriangleAlert } from 'lucide';
import type { FigureFaults } from '#shared/protocol/registers-api.ts';
import { deskLanguage, formatCount, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface RegisterFaultsProps {
  readonly faults: FigureFaults;
  /** Opens the line that states a sum; null where it is not at hand. */
  readonly openerOf: (sum: FigureFaults['sums'][number]) => (() => void) | null;
}

/** More are told once these are mended. */
const mostListed = 12;

export function RegisterFaults({ faults: { sums, notes }, openerOf }: RegisterFaultsProps) {
  const count = sums.length + notes.length;
  if (count === 0) return null;
  const listedNotes = notes.slice(0, Math.max(0, mostListed - sums.length));
  const listedSums = sums.slice(0, mostListed);
  const more = count - listedSums.length - listedNotes.length;
  return (
    <section class="notice notice-warn" aria-labelledby="register-faults">
      <Icon node={TriangleAlert} />
      <div class="stack">
        <p>
          <strong id="register-faults">{t('register.faults', { count: formatCount(count) })}</strong>{' '}
          {t('register.faultsLead')}
        </p>
        <ul class="register-faults">
          {listedSums.map((sum) => {
            const { name, columnTitle, stated, added, gap, isRounding } = sum;
            const open = openerOf(sum);
            const key = isRounding ? 'register.fault.rounded' : 'register.fault.sum';
            const words = t(key, { name, column: columnTitle, stated, added, gap });
            return (
              <li key={words} class="row">
                <span>{words}</span>
                {open !== null && (
                  <button type="button" class="button button-quiet" onClick={open}>
                    {t('register.edit')}
                  </button>
                )}
              </li>
            );
          })}
          {listedNotes.map(({ text, textEn }) => (
            <li key={text}>{deskLanguage.value === 'en' ? textEn : text}</li>
          ))}
        </ul>
        {more > 0 && <p class="secondary">{t('register.faultsMore', { count: formatCount(more) })}</p>}
      </div>
    </section>
  );
}
