// The handling desk as the hub's HTTP side works with it.
import { isPermitted } from '#shared/accounts/acts.ts';
import { parseRoles } from '#shared/accounts/roles.ts';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { consultationKinds } from '#shared/cases/case-kinds.ts';
import type { CaseEntered, CaseEntry, CaseHandler } from '#shared/protocol/case-desk-api.ts';
import { submitReplyInside } from '../../consultations/intake-of-replies.ts';
import { recordAudit } from '../../editorial/audit.ts';
import type { Actor } from '../../http/actor.ts';
import { requireOwnAgency } from '../../workflow/agency-scope.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import type { CaseHandling } from '../case-ports.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { submitInTransaction } from '../intake/submit-case.ts';
import { requirePast } from './act-context.ts';
import { detailOf, viewCase } from './case-detail.ts';
import { addOfficeFile, readFileOfCase } from './case-file.ts';
import { listCases } from './list-cases.ts';
import { openCase, requireRight } from './opened-case.ts';
import { performAct } from './perform-act.ts';
import { saveCaseSettings } from './save-settings.ts';

export function createCaseHandling(caseDesk: CaseDesk): CaseHandling {
  return {
    list: (query, actor) => listCases(caseDesk, query, actor),
    detail: (id, actor, language) => viewCase(caseDesk, id, actor, language),
    act: async (id, revision, act, actor, language) => {
      await performAct(caseDesk, id, revision, act, actor);
      const opened = await openCase(caseDesk, id, { ...actor, agencyId: null });
      return detailOf(caseDesk, opened, actor, language);
    },
    enter: (entry, actor) => enterCase(caseDesk, entry, actor),
    handlers: (agencyId, actor) => loadHandlers(caseDesk, actor.agencyId ?? agencyId),
    file: (id, fileId, actor) => readFileOfCase(caseDesk, id, fileId, actor),
    addFile: (id, file, actor) => addOfficeFile(caseDesk, id, file, actor),
    settings: () => loadCaseSettings(caseDesk.desk.db),
    saveSettings: (settings, actor) => saveCaseSettings(caseDesk.desk, settings, actor),
  };
}

/** Takes down what was told or brought on paper; a day ahead cannot have been the day it came. */
function enterCase(
  caseDesk: CaseDesk,
  { channel, receivedOn, ...submission }: CaseEntry,
  actor: Actor,
): Promise<Omit<CaseEntered, 'progressUrl'>> {
  requireRight(actor, 'cases.handle');
  const agencyId = submission.agencyId ?? actor.agencyId;
  if (actor.agencyId !== null) requireOwnAgency(actor, agencyId ?? '', '');
  return withCaseTransaction(caseDesk, async (inside) => {
    requirePast(receivedOn, chinaDate(inside.desk.now()));
    // A reply to a consultation goes by what that one asks for, like those sent by phone.
    const submit = consultationKinds.includes(submission.kind) ? submitReplyInside : submitInTransaction;
    const taken = await submit(inside, { ...submission, agencyId }, channel, {
      receivedOn,
      who: actor.name,
    });
    const { id, receipt } = taken;
    if (taken.isNew) {
      const subject = receipt.number;
      const details = { id, kind: submission.kind, channel };
      await recordAudit(inside.desk, { who: actor.name, action: 'case.enter', subject, details });
    }
    return { id, receipt };
  });
}

/** Accounts that may handle cases and see this agency's: its own and those bound to none. */
async function loadHandlers({ desk }: CaseDesk, agencyId: string | null): Promise<CaseHandler[]> {
  const accounts = await desk.db
    .selectFrom('accounts')
    .select(['id', 'name', 'display_name', 'roles', 'agency_id'])
    .where('disabled_at', 'is', null)
    .where('invited_at', 'is', null)
    .orderBy('name')
    .execute();
  return accounts
    .filter(({ roles }) => isPermitted(parseRoles(roles), 'cases.handle'))
    .filter(({ agency_id }) => agencyId === null || agency_id === null || agency_id === agencyId)
    .map((one) => ({ id: one.id, displayName: one.display_name || one.name, agencyId: one.agency_id }));
}
