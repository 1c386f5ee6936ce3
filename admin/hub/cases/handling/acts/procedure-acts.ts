// The steps of Art. 30–34: confirming receipt, completion, consultations, extension, and the fee of Art. 42.
import { isSilent } from '#shared/cases/case-clock.ts';
import { feeOf } from '#shared/cases/fees.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type ActContext,
  consultationCount,
  consultationNote,
  type Handlers,
  openParties,
  requireClockDay,
  requireFrom,
  requireOther,
  requirePast,
} from '../act-context.ts';

export const procedureActs: Handlers<
  | 'confirm'
  | 'ask-completion'
  | 'complete'
  | 'consult'
  | 'consulted'
  | 'ask-extension'
  | 'decide-extension'
  | 'fee'
  | 'fee-paid'
> = {
  confirm({ opened, today }, { on, note }) {
    requirePast(on, today);
    requireFrom(on, opened.course.arrivedOn);
    return { events: [{ kind: 'confirmed', on, note }] };
  },
  'ask-completion'(context, { on, wanted, until }) {
    requireClockDay(context, on);
    requireFrom(until, on);
    return {
      events: [{ kind: 'completion-asked', on, facts: { until }, note: wanted }],
      words: { completionWanted: wanted },
    };
  },
  complete(context, { on, content }) {
    requireClockDay(context, on);
    return { events: [{ kind: 'completed', on, note: content }], words: { completion: content } };
  },
  consult(context, { on, with: kind, party, question, reachedOn }) {
    requireClockDay(context, on);
    if (reachedOn !== null) requireFrom(reachedOn, on);
    if (openParties(context).some((one) => one.party === party))
      throw new AppError('cases.party-asked', { party });
    const facts = {
      party: String(consultationCount(context.opened.events) + 1),
      with: kind,
      ...(reachedOn === null ? {} : { reachedOn }),
    };
    return { events: [{ kind: 'consultation-begun', on, facts, note: consultationNote(party, question) }] };
  },
  consulted(context, { on, party, opinion, note }) {
    requireClockDay(context, on);
    const one = openParties(context).find((open) => open.party === party);
    if (one === undefined) throw new AppError('cases.party-unknown', { party });
    const { clock } = context.opened;
    if (opinion === 'silent' && !isSilent(clock, one, on))
      throw new AppError('cases.not-silent-yet', { date: clock.answerDue.get(one.number) ?? '' });
    const facts = { party: String(one.number), with: one.with, opinion };
    return { events: [{ kind: 'consultation-answered', on, facts, note: consultationNote(party, note) }] };
  },
  'ask-extension': ({ today }, { workingDays, reason }) => ({
    events: [{ kind: 'extension-asked', on: today, facts: { workingDays }, note: reason }],
  }),
  async 'decide-extension'(context, { on, isApproved, note }) {
    requireClockDay(context, on);
    const asked = context.opened.events.findLast(({ kind }) => kind === 'extension-asked');
    const details = { isApproved, ...(await requireOther(context, asked === undefined ? [] : [asked.who])) };
    if (!isApproved) return { events: [{ kind: 'extension-refused', on, note }], details };
    const facts = { workingDays: context.opened.course.extensionDays };
    return { events: [{ kind: 'extended', on, facts, note }], details };
  },
  async fee(context, { on, basis, count, payBy }) {
    requirePast(on, context.today);
    requireFrom(on, context.opened.course.receivedOn);
    requireFrom(payBy, on);
    const already = basis === 'item' ? await chargedThisMonth(context, on) : 0;
    const amountFen = Math.max(0, feeOf(basis, count) - already);
    return { events: [{ kind: 'fee-noticed', on, facts: { basis, count, amountFen, payBy } }] };
  },
  'fee-paid'({ opened, today }, { on }) {
    requirePast(on, today);
    const noticed = opened.events.findLast(({ kind }) => kind === 'fee-noticed');
    requireFrom(on, noticed?.on ?? opened.course.receivedOn);
    return { events: [{ kind: 'fee-paid', on }] };
  },
};

/** Charged by the item to the same applicant in the same month, in other cases: the bands go on, nothing is asked twice. */
async function chargedThisMonth({ caseDesk, opened }: ActContext, on: string): Promise<number> {
  const { person_digest: person, id } = opened.row;
  if (person === null) return 0;
  const rows = await caseDesk.desk.db
    .selectFrom('case_events as event')
    .innerJoin('cases as other', 'other.id', 'event.case_id')
    .select('event.facts_json')
    .where('other.person_digest', '=', person)
    .where('other.id', '<>', id)
    .where('event.kind', '=', 'fee-noticed')
    .where('event.on_day', 'like', `${on.slice(0, 7)}-%`)
    .execute();
  const facts = rows.map(({ facts_json }) => JSON.parse(facts_json));
  return facts
    .filter(({ basis }) => basis === 'item')
    .reduce((sum: number, { amountFen }) => sum + Number(amountFen), 0);
}
