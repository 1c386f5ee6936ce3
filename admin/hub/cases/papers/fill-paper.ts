// Fills each paper from its case: which text it has, and the parts all letters share.
import type { CasePaperKind } from '#shared/protocol/case-desk-api.ts';
import { consultationLetters } from './consultation-letters.ts';
import { noticeLetters } from './notice-letters.ts';
import { addresseeOf, type PaperFacts } from './paper-facts.ts';
import { type Letter, letterText, type PaperText } from './paper-text.ts';
import { applicantYou, chineseDay, paperTitles } from './paper-words.ts';
import { registerSheet } from './register-sheet.ts';
import { replyLetter } from './reply-letter.ts';

const letters = { ...noticeLetters, ...consultationLetters, reply: replyLetter };

/** Throws `cases.paper-unfit` where the case does not hold what the paper tells. */
export function fillPaper(kind: CasePaperKind, facts: PaperFacts, number: string): PaperText {
  if (kind === 'register-sheet') return registerSheet(facts);
  const usual: Omit<Letter, 'body'> = {
    title: paperTitles[kind],
    number,
    addressee: addresseeOf(facts),
    signer: facts.agency,
    date: chineseDay(facts.today),
    contact: contactOf(facts.settings),
  };
  const filled = letters[kind](facts);
  return letterText(kind, { ...usual, ...filled, body: addressed(filled.body, facts) });
}

/** A person is spoken to as one, an organisation as what it is; third parties may be either. */
function addressed(body: string, { words: { applicant } }: PaperFacts): string {
  const isPerson = applicant === null || applicant.class === 'person';
  return body.replaceAll(applicantYou, isPerson ? '您' : '你单位');
}

function contactOf({ officeName, officeAddress, officePhone }: PaperFacts['settings']): string {
  const lines = [
    ['受理机构', officeName],
    ['联系地址', officeAddress],
    ['联系电话', officePhone],
  ] as const;
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}：${value}`)
    .join('\n');
}
