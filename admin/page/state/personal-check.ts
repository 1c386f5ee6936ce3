// Looks for names and numbers in what is about to be public, as it is typed; the hub looks again by the same rules.

import { lintSections } from '#shared/lint/lint-sections.ts';
import { maskName, personNames } from '#shared/lint/person-names.ts';
import { rules } from '#shared/lint/rule-table.ts';
import { ruleName } from '#shared/lint/rule-words.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import { deskLanguage } from '../i18n/index.ts';

/** Words too short to tell anybody apart are no finding. */
const leastOwnLength = 2;

function ownWords(applicant: Applicant | null): readonly string[] {
  if (applicant === null) return [];
  const { name, idNumber, phone, address, email, contact, legalRepresentative } = applicant;
  return [name, idNumber, phone, address, email, contact, legalRepresentative].filter(
    (words) => words.trim().length >= leastOwnLength,
  );
}

/** Each thing found once, masked, with what it seems to be. */
export function personalFindings(text: string, applicant: Applicant | null): readonly string[] {
  const lines = text.split('\n').map((line) => ({ text: line }));
  const linted = lintSections([{ part: 'body', hiding: null, lines }])
    .filter(({ rule }) => rules[rule] === 'personal')
    .map(({ rule, excerpt }) => `${ruleName(rule, deskLanguage.value)} ${excerpt}`);
  const names = personNames(text).map(({ name }) => maskName(name));
  const own = ownWords(applicant)
    .filter((words) => text.includes(words))
    .map(maskName);
  return [...new Set([...linted, ...names, ...own])];
}
