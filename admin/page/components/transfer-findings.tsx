// What the check of a batch found, each at its place.
import { CircleCheck } from 'lucide';
import type { TransferFinding } from '#shared/protocol/transfers-api.ts';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

function placeOf({ row, file }: TransferFinding): string {
  return [row === null ? null : t('transfers.place.row', { row }), file].filter(Boolean).join(' · ');
}

function Findings({
  findings,
  look,
}: {
  readonly findings: readonly TransferFinding[];
  readonly look: string;
}) {
  return (
    <ul class="transfer-findings">
      {findings.map((finding) => (
        <li key={`${finding.code}${finding.row}${finding.file}${finding.listed}`} class={look}>
          <span>{t(`transfers.find.${finding.code}`, { listed: finding.listed, found: finding.found })}</span>
          <span class="secondary">{placeOf(finding)}</span>
        </li>
      ))}
    </ul>
  );
}

export function TransferFindings({ findings }: { readonly findings: readonly TransferFinding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <section class="card stack" aria-labelledby="transfer-check">
      <h2 id="transfer-check">{t('transfers.check')}</h2>
      {errors.length === 0 && (
        <p class="notice notice-good">
          <Icon node={CircleCheck} /> {t('transfers.checkGood')}
        </p>
      )}
      {errors.length > 0 && (
        <>
          <h3>{t('transfers.checkErrors', { count: errors.length })}</h3>
          <Findings findings={errors} look="transfer-error" />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>{t('transfers.checkWarnings', { count: warnings.length })}</h3>
          <Findings findings={warnings} look="transfer-warning" />
        </>
      )}
    </section>
  );
}
