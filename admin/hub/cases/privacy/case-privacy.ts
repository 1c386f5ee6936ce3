// What is held of one person: found, exported, erased on request and when its time is over, each put on record without them.
import { recordAudit, subjectOf } from '../../editorial/audit.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CasePrivacy } from '../case-ports.ts';
import { eraseCases } from './erase-cases.ts';
import { loadErased } from './erased-list.ts';
import { exportCases } from './export-cases.ts';
import { findPerson } from './find-person.ts';
import { refuseNamedReason } from './named-reason.ts';
import { casesPastKeeping } from './retain-cases.ts';
import { emptyLog } from './scrub-store.ts';

export function createCasePrivacy(cases: CaseDesk): CasePrivacy {
  return {
    find: async (person, actor) => {
      const found = await findPerson(cases, person);
      const details = { cases: found.map(({ id }) => id) };
      await recordAudit(cases.desk, { who: actor.name, action: 'case.find', subject: '', details });
      return found;
    },
    export: async (ids, actor) => {
      const archive = await exportCases(cases, ids);
      const subject = subjectOf(await numbersOf(cases, ids));
      await recordAudit(cases.desk, {
        who: actor.name,
        action: 'case.export',
        subject,
        details: { cases: ids },
      });
      return archive;
    },
    erase: async (ids, actor, reason) => {
      await refuseNamedReason(cases, ids, reason);
      const erased = await eraseCases(cases, ids, (inside, numbers) =>
        recordAudit(inside.desk, {
          who: actor.name,
          action: 'case.erase',
          subject: subjectOf(numbers),
          details: { cases: numbers.length, reason },
        }),
      );
      return { erased };
    },
    retain: () => retain(cases),
  };
}

/** What was erased before and came back with a backup is erased again with it. */
async function retain(cases: CaseDesk): Promise<{ readonly erased: number }> {
  const ids = [...(await casesPastKeeping(cases)), ...(await loadErased(cases.erasedList))];
  const erased = await eraseCases(cases, ids, (inside, numbers) =>
    recordAudit(inside.desk, {
      who: '',
      action: 'case.retention',
      subject: subjectOf(numbers),
      details: { cases: numbers.length },
    }),
  );
  await emptyLog(cases.desk.db);
  return { erased };
}

async function numbersOf({ desk }: CaseDesk, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await desk.db
    .selectFrom('cases')
    .select('number')
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(({ number }) => number);
}
