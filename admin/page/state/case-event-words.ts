// The facts of an event of a case in words; those without words for them are left to the store.
import { caseOutcomes } from '#shared/cases/case-kinds.ts';
import { replyKinds } from '#shared/cases/replies.ts';
import type { CaseEvent } from '#shared/protocol/case-desk-api.ts';
import { disputeOutcomes, disputes } from '#shared/reports/annual-form.ts';
import { t } from '../i18n/case-words.ts';
import { yuan } from './money.ts';

type Words = (value: string | number | boolean) => string;

const opinions = ['agrees', 'objects', 'silent'] as const;
const parties = ['third-party', 'joint-agency'] as const;

function chosen<T extends string>(among: readonly T[], words: (one: T) => string): Words {
  return (value) => {
    const known = among.find((one) => one === value);
    return known === undefined ? '' : words(known);
  };
}
const day =
  (key: 'case.fact.until' | 'case.fact.payBy' | 'case.fact.reachedOn'): Words =>
  (value) =>
    t(key, { date: String(value) });
const itself: Words = (value) => String(value);

const wordsOf: Readonly<Record<string, Words>> = {
  until: day('case.fact.until'),
  payBy: day('case.fact.payBy'),
  reachedOn: day('case.fact.reachedOn'),
  workingDays: (value) => t('case.fact.workingDays', { days: String(value) }),
  amountFen: (value) => yuan(Number(value)),
  with: chosen(parties, (one) => t(`case.consult.${one}`)),
  opinion: chosen(opinions, (one) => t(`case.opinion.${one}`)),
  kind: chosen(replyKinds, (one) => t(`case.replyKind.${one}`)),
  outcome: (value) =>
    chosen(caseOutcomes, (one) => t(`case.outcome.${one}`))(value) ||
    chosen(disputeOutcomes, (one) => t(`act.dispute.${one}`))(value),
  isPublished: (value) => (value === false ? t('act.unpublish') : ''),
  score: (value) => t('case.score', { score: String(value) }),
  dispute: chosen(disputes, (one) => t(`act.dispute.${one}`)),
  into: itself,
  from: itself,
  to: itself,
  contact: itself,
  route: itself,
};

/** What an event says besides its name. */
export function factWords({ facts }: Pick<CaseEvent, 'facts'>): string {
  return Object.entries(facts)
    .map(([key, value]) => {
      const words = Object.hasOwn(wordsOf, key) ? wordsOf[key] : undefined;
      return words === undefined || value === null || value === '' ? '' : words(value);
    })
    .filter((text) => text !== '')
    .join(' · ');
}
