// Where a case goes: to an agency and a handler, to another office, into another case, back to its sender, into the file.
import { isPermitted } from '#shared/accounts/acts.ts';
import { parseRoles } from '#shared/accounts/roles.ts';
import { type CaseKind, isFormal } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { requireOwnAgency } from '../../../workflow/agency-scope.ts';
import { addEvent, recountCase } from '../../case-events.ts';
import { keyOfCase } from '../../case-words.ts';
import { type ActContext, type Handlers, requireFrom, requirePast } from '../act-context.ts';
import { isWithin } from '../opened-case.ts';

export const courseActs: Handlers<'assign' | 'move' | 'merge' | 'withdraw' | 'close' | 'reopen' | 'note'> = {
  async assign(context, { agencyId, handler, note }) {
    await requireAgency(context, agencyId);
    if (handler !== null) await requireHandler(context, handler, agencyId);
    return {
      events: [{ kind: 'assigned', on: context.today, facts: { agency: agencyId, handler }, note }],
      columns: { agency_id: agencyId, handler_id: handler },
      details: { agencyId, handler },
    };
  },
  move({ opened, today }, { on, to, contact, reason }) {
    requirePast(on, today);
    requireFrom(on, opened.course.arrivedOn);
    return { events: [{ kind: 'moved', on, facts: { to, contact }, note: reason }] };
  },
  async merge(context, { into, reason }) {
    const { caseDesk, opened, actor, today } = context;
    const target = await findTarget(context, into);
    const from = { from: opened.row.number, fromId: opened.row.id };
    const key = await keyOfCase(caseDesk.vault, target);
    const event = { kind: 'merged', on: today, facts: from, note: reason } as const;
    await addEvent(caseDesk.desk, caseDesk.vault, { id: into, key }, event, actor.name);
    await recountCase(caseDesk.desk, into);
    const facts = { into: target.number, intoId: into };
    return {
      events: [{ kind: 'merged', on: today, facts, note: reason }],
      columns: { merged_into: into },
      details: { into: target.number },
    };
  },
  withdraw({ opened, today }, { on, note }) {
    requirePast(on, today);
    requireFrom(on, opened.course.arrivedOn);
    return { events: [{ kind: 'withdrawn', on, note }] };
  },
  close({ opened, today }, { on }) {
    requirePast(on, today);
    requireFrom(on, opened.course.reply?.on ?? opened.course.arrivedOn);
    return { events: [{ kind: 'closed', on }] };
  },
  reopen: ({ today }, { reason }) => ({
    events: [{ kind: 'reopened', on: today, note: reason }],
    columns: { merged_into: null, outcome: null },
  }),
  note: ({ today }, { note }) => ({ events: [{ kind: 'noted', on: today, note }] }),
};

async function requireAgency({ caseDesk, actor }: ActContext, agencyId: string | null): Promise<void> {
  if (actor.agencyId !== null) requireOwnAgency(actor, agencyId ?? '', agencyId ?? '');
  if (agencyId === null) return;
  const agencies = caseDesk.desk.db.selectFrom('agencies').select('id').where('id', '=', agencyId);
  if ((await agencies.executeTakeFirst()) === undefined)
    throw new AppError('store.unknown-agency', { agency: agencyId });
}

/** Somebody who can sign in, may handle cases, and sees the agency's. */
async function requireHandler(
  { caseDesk }: ActContext,
  handler: string,
  agencyId: string | null,
): Promise<void> {
  const account = await caseDesk.desk.db
    .selectFrom('accounts')
    .select(['roles', 'agency_id'])
    .where('id', '=', handler)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const isFit =
    account !== undefined &&
    isPermitted(parseRoles(account.roles), 'cases.handle') &&
    (account.agency_id === null || account.agency_id === agencyId);
  if (!isFit) throw new AppError('cases.handler-unfit');
}

async function findTarget({ caseDesk, opened, actor }: ActContext, into: string) {
  const target = await caseDesk.desk.db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', into)
    .executeTakeFirst();
  const isFit =
    target !== undefined &&
    target.id !== opened.row.id &&
    isWithin(target, actor) &&
    !['merged', 'moved', 'withdrawn'].includes(target.state) &&
    target.erased_at === null &&
    isFormal(target.kind as CaseKind) === isFormal(opened.row.kind as CaseKind);
  if (!isFit) throw new AppError('cases.merge-unfit');
  return target;
}
