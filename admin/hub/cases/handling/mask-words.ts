// What is left of names and words for those who may not open a case.
import { maskedBeginning, maskWords } from '#shared/lint/mask-excerpt.ts';
import { maskName } from '#shared/lint/person-names.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import type { CaseWords } from '../case-words.ts';

const gistCharacters = 40;

/** 张** — the surname; of an organisation its first two characters. Empty where nobody gave a name or it was erased. */
export function maskedName(applicant: Applicant | null | undefined): string {
  if (applicant === null || applicant === undefined) return '';
  if (applicant.class !== 'person' && applicant.organisation !== '') {
    return `${applicant.organisation.slice(0, 2)}**`;
  }
  const name = applicant.name.trim();
  return name === '' ? '' : `${maskName(name).replaceAll('*', '')}**`;
}

/** The first words of the title or content with names and numbers masked, the applicant's own among them. */
export function gistOf(words: CaseWords | null): string {
  if (words === null) return '';
  return maskedBeginning(withoutOwn(words.title || words.content, words.applicant), gistCharacters);
}

/** A text with names and numbers masked. */
export function maskedText(text: string, applicant: Applicant | null | undefined): string {
  return maskWords(withoutOwn(text, applicant));
}

function withoutOwn(text: string, applicant: Applicant | null | undefined): string {
  const own = [applicant?.name, applicant?.contact, applicant?.legalRepresentative].filter(
    (name): name is string => name !== undefined && name.length >= 2,
  );
  return own.reduce((masked, name) => masked.replaceAll(name, maskName(name)), text);
}

/** Everything of who sent it as stars, but for the class and the surname. */
export function maskedApplicant(applicant: Applicant | null): Applicant | null {
  if (applicant === null) return null;
  const { class: kind, idKind } = applicant;
  const hidden = (text: string) => (text === '' ? '' : '***');
  return {
    ...{ class: kind, idKind },
    name: applicant.name === '' ? '' : `${maskName(applicant.name).replaceAll('*', '')}**`,
    idNumber: hidden(applicant.idNumber),
    organisation: applicant.organisation === '' ? '' : `${applicant.organisation.slice(0, 2)}**`,
    creditCode: hidden(applicant.creditCode),
    legalRepresentative: hidden(applicant.legalRepresentative),
    contact: hidden(applicant.contact),
    phone: hidden(applicant.phone),
    address: hidden(applicant.address),
    postCode: hidden(applicant.postCode),
    email: hidden(applicant.email),
  };
}
