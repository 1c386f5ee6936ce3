// Keeps the person out of the reason for which they are forgotten: the audit trail is never erased.
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseDesk } from '../case-desk.ts';
import { plainName } from '../case-digests.ts';
import { openWords } from '../case-words.ts';

/** So many digits in a row identify somebody. */
const longNumber = /\d{7}/u;

/** Throws `cases.reason-personal` for a reason that names the applicant of one of these cases, or holds a long number. */
export async function refuseNamedReason(
  { desk, vault }: CaseDesk,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  if (longNumber.test(reason.normalize('NFKC'))) throw new AppError('cases.reason-personal');
  const rows = await desk.db
    .selectFrom('cases')
    .select(['id', 'wrapped_key', 'sealed'])
    .where('id', 'in', [...ids])
    .execute();
  const plainReason = plainName(reason);
  for (const { id, wrapped_key, sealed } of rows) {
    if (wrapped_key === null || sealed === null) continue;
    const key = await vault.unwrap(wrapped_key, id);
    const { applicant } = openWords(vault, key, id, sealed);
    if (applicant === null) continue;
    const { name, organisation, legalRepresentative, contact, idNumber, phone, email, address } = applicant;
    const told = [name, organisation, legalRepresentative, contact, idNumber, phone, email, address];
    const isNamed = told.map(plainName).some((text) => text.length > 1 && plainReason.includes(text));
    if (isNamed) throw new AppError('cases.reason-personal');
  }
}
