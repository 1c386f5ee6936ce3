// Who handed a case in, with the reminder that this look at it is on record.
import { Eye, EyeOff } from 'lucide';
import { isFormal } from '#shared/cases/case-kinds.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import { t } from '../i18n/case-words.ts';
import { formatTime } from '../i18n/index.ts';
import { type Fact, FactList } from './fact-list.tsx';
import { Icon } from './icon.tsx';

function identity(applicant: Applicant): readonly Fact[] {
  const { idKind, idNumber } = applicant;
  if (idNumber === '' && idKind === '') return [];
  const number = <span class="numeric">{idNumber}</span>;
  return [[idKind === '' ? t('case.idNumber') : t(`case.idKind.${idKind}`), number]];
}

function factsOf(applicant: Applicant): readonly Fact[] {
  const { phone, email } = applicant;
  return [
    [t('case.class'), t(`case.applicant.${applicant.class}`)],
    [t('case.name'), applicant.name],
    ...identity(applicant),
    [t('case.organisation'), applicant.organisation],
    [t('case.creditCode'), applicant.creditCode],
    [t('case.legalRepresentative'), applicant.legalRepresentative],
    [t('case.contact'), applicant.contact],
    [t('case.phone'), phone === '' ? '' : <span class="numeric">{phone}</span>],
    [t('case.address'), applicant.address],
    [t('case.postCode'), applicant.postCode],
    [t('case.email'), email],
  ];
}

/** What to bear in mind about the names on this screen. */
function Reminder({ detail }: { readonly detail: CaseDetail }) {
  const { applicant, erasedAt, isOpen } = detail;
  if (erasedAt !== null) {
    return <p class="notice notice-warn">{t('case.erased', { at: formatTime(erasedAt) })}</p>;
  }
  if (!isOpen) {
    return (
      <p class="notice">
        <Icon node={EyeOff} /> <span>{t('case.masked')}</span>
      </p>
    );
  }
  if (applicant === null) return null;
  return (
    <p class="notice case-on-record">
      <Icon node={Eye} /> <span>{t('case.onRecord')}</span>
    </p>
  );
}

export function CaseWho({ detail }: { readonly detail: CaseDetail }) {
  const { applicant, kind, erasedAt, maskedName } = detail;
  return (
    <section class="card stack" aria-labelledby="case-who">
      <h2 id="case-who">{t(isFormal(kind) ? 'case.who' : 'case.whoVoice')}</h2>
      <Reminder detail={detail} />
      {applicant !== null && <FactList look="case-facts" facts={factsOf(applicant)} />}
      {applicant === null && erasedAt === null && maskedName === '' && (
        <p class="secondary">{t('case.whoNone')}</p>
      )}
    </section>
  );
}
