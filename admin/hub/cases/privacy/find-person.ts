// Finds every case of one person by what identifies them, also where a case is digested under something else of theirs.
import { AppError } from '#shared/errors/app-error.ts';
import type { FoundCase, PersonQuery } from '#shared/protocol/case-privacy-api.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import type { CaseDesk } from '../case-desk.ts';
import { plainName, plainNumber, plainPhone } from '../case-digests.ts';
import { openWords } from '../case-words.ts';

/** Cases opened at once. */
const pageSize = 200;

/**
 * Opens case by case: a digest alone would miss who gave an identity number once and only name and phone another time.
 * Throws `cases.person-needed` for a name alone, which many share.
 */
export async function findPerson(cases: CaseDesk, person: PersonQuery): Promise<readonly FoundCase[]> {
  const isThem = matcherOf(person);
  const found: FoundCase[] = [];
  for (let after = ''; ; ) {
    const rows = await cases.desk.db
      .selectFrom('cases')
      .select(['id', 'number', 'kind', 'received_on', 'state', 'wrapped_key', 'sealed'])
      .where('id', '>', after)
      .where('wrapped_key', 'is not', null)
      .where('applicant_class', 'is not', null)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    for (const { wrapped_key, sealed, ...row } of rows) {
      if (wrapped_key === null || sealed === null) continue;
      const key = await cases.vault.unwrap(wrapped_key, row.id);
      const { applicant } = openWords(cases.vault, key, row.id, sealed);
      if (applicant === null || !isThem(applicant)) continue;
      const { id, number, kind, received_on: receivedOn, state } = row;
      found.push({ id, number, kind, receivedOn, state });
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.id;
  }
}

function matcherOf(person: PersonQuery): (applicant: Applicant) => boolean {
  const number = plainNumber(person.idNumber);
  const phone = plainPhone(person.phone);
  const name = plainName(person.name);
  if (number === '' && phone === '') throw new AppError('cases.person-needed');
  return (applicant) => {
    const numbers = [applicant.idNumber, applicant.creditCode].map(plainNumber);
    if (number !== '' && numbers.includes(number)) return true;
    if (phone === '' || plainPhone(applicant.phone) !== phone) return false;
    const names = [applicant.name, applicant.organisation, applicant.contact].map(plainName);
    return name === '' || names.includes(name);
  };
}
