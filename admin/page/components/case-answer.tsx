// What was answered: the reply, its kind, the fee, what is public of it, and how the applicant rated it.
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { yuan } from '../state/money.ts';
import { type Fact, FactList } from './fact-list.tsx';

function feeWords(fee: CaseDetail['fee']): string {
  return fee === null ? '' : `${yuan(fee.amountFen)} · ${t(fee.isPaid ? 'case.feePaid' : 'case.feeOwed')}`;
}

function ratingWords(satisfaction: CaseDetail['satisfaction']): string {
  if (satisfaction === null) return '';
  const { score, words } = satisfaction;
  return [t('case.score', { score }), words].filter((part) => part !== '').join(' · ');
}

function factsOf(detail: CaseDetail): readonly Fact[] {
  const { replyKind, repliedOn, outcome, fee, satisfaction, contentRecordId } = detail;
  return [
    [t('case.replyKind'), replyKind === null ? '' : t(`case.replyKind.${replyKind}`)],
    [t('case.outcome'), outcome === null ? '' : t(`case.outcome.${outcome}`)],
    [t('case.repliedOn'), repliedOn ?? ''],
    [t('case.fee'), feeWords(fee)],
    [t('case.satisfaction'), ratingWords(satisfaction)],
    [
      t('case.contentRecord'),
      contentRecordId === null ? (
        ''
      ) : (
        <a href={`/admin/records/${contentRecordId}`}>{t('case.openRecord')}</a>
      ),
    ],
  ];
}

/** What was answered where this case was merged into. */
function MergedAnswer({ into }: { readonly into: NonNullable<CaseDetail['mergedInto']> }) {
  return (
    <section class="card stack" aria-labelledby="case-answer">
      <h2 id="case-answer">{t('case.answer')}</h2>
      <p>
        <a href={`/admin/cases/${into.id}`}>{t('case.mergedInto', { number: into.number })}</a>
      </p>
      {into.answer === '' ? (
        <p class="secondary">{t('case.mergedOpen', { state: t(`case.state.${into.state}`) })}</p>
      ) : (
        <p class="case-words case-reply">{into.answer}</p>
      )}
    </section>
  );
}

export function CaseAnswer({ detail }: { readonly detail: CaseDetail }) {
  const { answer, published, fee, repliedOn, mergedInto } = detail;
  if (mergedInto !== null) return <MergedAnswer into={mergedInto} />;
  if (answer === '' && published === null && fee === null && repliedOn === null) return null;
  return (
    <section class="card stack" aria-labelledby="case-answer">
      <h2 id="case-answer">{t('case.answer')}</h2>
      <FactList look="case-facts" facts={factsOf(detail)} />
      {answer !== '' && <p class="case-words case-reply">{answer}</p>}
      {published !== null && (
        <details>
          <summary>{t('case.published')}</summary>
          <div class="stack">
            <h3>{published.title}</h3>
            <p class="case-words">{published.question}</p>
            <p class="case-words case-reply">{published.answer}</p>
          </div>
        </details>
      )}
    </section>
  );
}
