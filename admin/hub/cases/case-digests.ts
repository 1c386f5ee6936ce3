// How what people write of themselves is made alike before it is digested, so that the same person is found again.

import type { Applicant, Submission } from '#shared/protocol/cases-api.ts';
import type { DigestPurpose } from './case-vault.ts';

type Identifying = Pick<Applicant, 'name' | 'idNumber' | 'organisation' | 'creditCode' | 'phone' | 'contact'>;

/** Numbers and codes without blanks and dashes, in capitals. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '');
}

/** Names without blanks and middle dots, which are written in many ways. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.．]/gu, '');
}

/** Digits of a phone number, without the country's. */
export function plainPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/gu, '');
  return digits.replace(/^(?:0086|86)(?=1\d{10}$)/u, '');
}

/** The last four digits by which progress is opened; empty where there is no number. */
export function lastFourOf(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/gu, '').slice(-4);
}

/** What tells a person from others: number of identity, else credit code, else name with phone; null where neither is known. */
export function personKey(applicant: Identifying): string | null {
  const idNumber = plainNumber(applicant.idNumber);
  if (idNumber !== '') return `id:${idNumber}`;
  const creditCode = plainNumber(applicant.creditCode);
  if (creditCode !== '') return `code:${creditCode}`;
  const name = plainName(applicant.name || applicant.organisation || applicant.contact);
  const phone = plainPhone(applicant.phone);
  return name === '' || phone === '' ? null : `name:${name}:${phone}`;
}

/** The words of a submission without blanks, punctuation and case: the same text sent again has the same. */
export function wordsKey(words: Pick<Submission, 'title' | 'content' | 'wrong' | 'right'>): string {
  return [words.title, words.content, words.wrong, words.right]
    .map((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]/gu, ''),
    )
    .join('\n');
}

/** What the store keeps of a receipt code, and of a code with the last four digits of a phone. */
export interface CodeDigests {
  readonly code: string;
  readonly phone: string;
}

type Digest = (purpose: DigestPurpose, text: string) => Promise<string>;

/** Both are worked out whether or not there is such a code, so that no answer takes a shorter way. */
export async function codeDigests(digest: Digest, code: string, lastFour: string): Promise<CodeDigests> {
  return { code: await digest('code', code), phone: await digest('phone', `${code}:${lastFour}`) };
}
