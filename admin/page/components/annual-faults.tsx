// What does not add up in an annual report, in words, as it is filled in.
import { CircleAlert, CircleCheck } from 'lucide';
import { annualWords } from '#shared/reports/annual-form.ts';
import type { Fault } from '#shared/reports/annual-sums.ts';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

function placeWords(place: Fault['place']): string {
  if (place === 'total') return annualWords.total;
  if (place === 'rules' || place === 'documents') return annualWords.documentKinds[place];
  return annualWords.applicants[place];
}

export function AnnualFaults({ faults }: { readonly faults: readonly Fault[] }) {
  const isBalanced = !faults.some(({ code }) => code === 'balance');
  return (
    <section class="stack" aria-labelledby="annual-faults">
      <h3 id="annual-faults">{t('annual.faults')}</h3>
      {isBalanced && (
        <p class="notice notice-good">
          <Icon node={CircleCheck} /> {t('annual.balanced')}
        </p>
      )}
      {faults.map(({ code, place, expected, found, isGrave }) => (
        <p key={`${code}${place}`} class={`notice ${isGrave ? 'notice-problem' : 'notice-warn'}`}>
          <Icon node={CircleAlert} />
          <span>
            {t(`annual.fault.${code}`, { place: placeWords(place), expected, found })}{' '}
            <strong>{t(isGrave ? 'annual.grave' : 'annual.look')}</strong>
          </span>
        </p>
      ))}
    </section>
  );
}
