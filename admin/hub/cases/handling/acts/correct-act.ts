// Puts right what was taken down wrongly of who sent it and what was said.
import type { CaseTable } from '../../../store/case-tables.ts';
import { lastFourOf, personKey, wordsKey } from '../../case-digests.ts';
import type { CaseWords } from '../../case-words.ts';
import type { ActContext, Handlers } from '../act-context.ts';

export const correctActs: Handlers<'correct'> = {
  async correct(context, { applicant, content }) {
    const before = context.opened.words;
    if (before === null) return { events: [] };
    const words: CaseWords = {
      ...before,
      ...(applicant === null ? {} : { applicant }),
      ...(content === '' ? {} : { content }),
    };
    const changed = [...(applicant === null ? [] : ['applicant']), ...(content === '' ? [] : ['content'])];
    return {
      events: [{ kind: 'corrected', on: context.today, facts: { changed: changed.join(',') } }],
      columns: await columnsOf(context, before, words),
      words,
      details: { changed },
    };
  },
};

/** By what the case is found again. Another phone's digits cannot be bound to a code only its holder knows: the code alone opens it then. */
async function columnsOf(
  { caseDesk }: ActContext,
  before: CaseWords,
  words: CaseWords,
): Promise<Partial<CaseTable>> {
  const { vault } = caseDesk;
  const person = words.applicant === null ? null : personKey(words.applicant);
  const phones = [before, words].map(({ applicant }) => lastFourOf(applicant?.phone ?? ''));
  return {
    applicant_class: words.applicant?.class ?? null,
    person_digest: person === null ? null : await vault.digest('person', person),
    words_digest: await vault.digest('words', wordsKey(words)),
    ...(phones[0] === phones[1] ? {} : { phone_digest: null }),
  };
}
