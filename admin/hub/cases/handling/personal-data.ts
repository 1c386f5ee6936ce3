// Whether a text that is to be public names somebody: by the rules of the linter, and by what this applicant wrote of themselves.
import { AppError } from '#shared/errors/app-error.ts';
import { lintSections } from '#shared/lint/lint-sections.ts';
import { maskName, personNames } from '#shared/lint/person-names.ts';
import { rules } from '#shared/lint/rule-table.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';

/** Throws `cases.personal-found` with the first place, masked. */
export function refusePersonalData(texts: readonly string[], applicant: Applicant | null): void {
  for (const text of texts) {
    const excerpt = personalExcerpt(text, applicant);
    if (excerpt !== null) throw new AppError('cases.personal-found', { excerpt });
  }
}

/** Enough to recognise the place, masked; null where nothing personal is found. */
export function personalExcerpt(text: string, applicant: Applicant | null): string | null {
  const lines = text.split('\n').map((line) => ({ text: line }));
  const finding = lintSections([{ part: 'body', hiding: null, lines }]).find(
    ({ rule, severity }) => rules[rule] === 'personal' && severity === 'must-answer',
  );
  if (finding !== undefined) return finding.excerpt;
  const [named] = personNames(text);
  if (named !== undefined) return maskName(named.name);
  const own = ownWords(applicant).find((words) => text.includes(words));
  return own === undefined ? null : maskName(own);
}

/** What identifies the applicant; an organisation's own name is no secret of a person. */
function ownWords(applicant: Applicant | null): string[] {
  if (applicant === null) return [];
  const { name, idNumber, phone, address, email, contact, legalRepresentative } = applicant;
  return [name, idNumber, phone, address, email, contact, legalRepresentative].filter(
    (words) => words.trim().length >= 2,
  );
}
