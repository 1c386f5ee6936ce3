// One case in full for who handles it, masked for everybody else; every opening with names is put on record.
import { isPermitted } from '#shared/accounts/acts.ts';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { approvedRepliesOf, openActs } from '#shared/cases/case-acts.ts';
import { dueExplanation } from '#shared/cases/case-clock.ts';
import type { WantedForm, WantedRoute } from '#shared/cases/case-kinds.ts';
import type { Language } from '#shared/errors/app-error.ts';
import { maskName } from '#shared/lint/person-names.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import type { Actor } from '../../http/actor.ts';
import { answerOfMerged } from '../answer-of-merged.ts';
import type { CaseDesk } from '../case-desk.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { openFileName } from '../files/keep-file.ts';
import { consultationNote, partyOf, readConsultationNote } from './act-context.ts';
import { loadRowNames, shownRow } from './case-rows.ts';
import { shownDraft } from './drafted-reply.ts';
import { likelySame } from './likely-same.ts';
import { maskedApplicant, maskedText } from './mask-words.ts';
import { actFactsOf, noteOf, type OpenedCase, openCase } from './opened-case.ts';

/** Whether this account sees names: who may handle cases, within scope; of what was erased there are none. */
export const maySeeNames = ({ roles }: Pick<Actor, 'roles'>): boolean => isPermitted(roles, 'cases.handle');

/** Throws `not-found`. */
export async function viewCase(
  caseDesk: CaseDesk,
  id: string,
  actor: Actor,
  language: Language = 'zh-CN',
): Promise<CaseDetail> {
  const opened = await openCase(caseDesk, id, actor);
  const detail = await detailOf(caseDesk, opened, actor, language);
  if (detail.isOpen) {
    const note = {
      who: actor.name,
      action: 'case.view',
      subject: opened.row.number,
      details: { id },
    } as const;
    await recordAudit(caseDesk.desk, note);
  }
  return detail;
}

/** The detail without a note of it: for what follows an act, which is on record itself. */
export async function detailOf(
  caseDesk: CaseDesk,
  opened: OpenedCase,
  actor: Actor,
  language: Language = 'zh-CN',
): Promise<CaseDetail> {
  const { row, words, course, clock } = opened;
  const isOpen = maySeeNames(actor) && words !== null;
  const shown = (text: string | undefined) =>
    text === undefined ? '' : isOpen ? text : maskedText(text, words?.applicant);
  const names = await loadRowNames(caseDesk.desk.db, [row]);
  return {
    ...shownRow(row, words, names, chinaDate(caseDesk.desk.now())),
    revision: row.revision,
    applicant: isOpen ? words.applicant : maskedApplicant(words?.applicant ?? null),
    isOpen,
    title: shown(words?.title),
    content: shown(words?.content),
    wrong: shown(words?.wrong),
    right: shown(words?.right),
    wantedForm: row.wanted_form as WantedForm | null,
    wantedRoute: row.wanted_route as WantedRoute | null,
    mayPublish: row.may_publish === 1,
    triedSearch: isOpen ? words.triedSearch : null,
    record: await recordOf(caseDesk, row.record_id),
    files: await filesOf(caseDesk, opened, isOpen),
    events: opened.events.map(({ id, kind, at, on, who, facts, sealed }) => ({
      ...{ id, kind, at, on, who, facts },
      note: shownNote(caseDesk, opened, { id, kind, at, on, who, facts, sealed }, isOpen),
    })),
    dueExplanation: dueExplanation(clock, language),
    clockState: clock.state,
    completionDue: clock.completionDue,
    consultations: course.consultations.map((one) => ({
      with: one.with,
      party: partyName(caseDesk, opened, one, isOpen),
      begunOn: one.begunOn,
      answerDue: clock.answerDue.get(one.number) ?? '',
      answeredOn: one.answeredOn,
      opinion: one.opinion,
    })),
    faults: [...clock.faults],
    answer: shown(words?.answer),
    mergedInto: await mergedInto(caseDesk, row, shown),
    draft: shownDraft(caseDesk, opened, shown),
    approvedReplies: [...approvedRepliesOf((await loadCaseSettings(caseDesk.desk.db)).approvedReplies)],
    fee:
      course.fee === null
        ? null
        : {
            ...{ amountFen: course.fee.amountFen, basis: course.fee.basis },
            ...{ count: course.fee.count, isPaid: course.fee.isPaid },
          },
    published: row.published_json === null ? null : JSON.parse(row.published_json),
    contentRecordId: row.content_record_id,
    likely: await likelySame(caseDesk.desk.db, row, actor),
    papers: await papersOf(caseDesk, row.id),
    acts: openActs(actFactsOf(opened), actor.roles),
    satisfaction:
      row.satisfaction === null ? null : { score: row.satisfaction, words: shown(words?.satisfactionWords) },
    erasedAt: row.erased_at,
  };
}

async function mergedInto(
  caseDesk: CaseDesk,
  row: OpenedCase['row'],
  shown: (text: string) => string,
): Promise<CaseDetail['mergedInto']> {
  const target = await answerOfMerged(caseDesk, row);
  if (target === null) return null;
  const { id, number } = target.row;
  return { id, number, state: target.state, answer: shown(target.answer) };
}

/** Parties are agencies or third parties; the latter may be people. */
function partyName(
  caseDesk: CaseDesk,
  opened: OpenedCase,
  one: { readonly number: number; readonly with: string },
  isOpen: boolean,
): string {
  const party = partyOf(caseDesk, opened, one.number);
  return isOpen || one.with === 'joint-agency' || party === '' ? party : maskName(party);
}

function shownNote(
  caseDesk: CaseDesk,
  opened: OpenedCase,
  event: OpenedCase['events'][number],
  isOpen: boolean,
): string {
  const note = noteOf(caseDesk, opened, event);
  if (isOpen || note === '') return note;
  const masked = (text: string) => maskedText(text, opened.words?.applicant);
  if (!event.kind.startsWith('consultation-')) return masked(note);
  const { party, words } = readConsultationNote(note);
  const isAgency = event.facts.with === 'joint-agency';
  return consultationNote(isAgency ? party : maskName(party), masked(words));
}

async function recordOf({ desk }: CaseDesk, id: string | null): Promise<CaseDetail['record']> {
  if (id === null) return null;
  const record = desk.db.selectFrom('records').select(['id', 'title']).where('id', '=', id);
  return (await record.executeTakeFirst()) ?? null;
}

async function filesOf(
  { desk, vault }: CaseDesk,
  { row }: OpenedCase,
  isOpen: boolean,
): Promise<CaseDetail['files']> {
  const files = await desk.db
    .selectFrom('case_files')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('is_complete', '=', 1)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Promise.all(
    files.map(async (file) => ({
      id: file.id,
      name: isOpen
        ? openFileName(vault, await vault.unwrap(file.wrapped_key, file.id), file.id, file.sealed_name)
        : '',
      mediaType: file.media_type,
      bytes: file.bytes,
      from: file.origin,
    })),
  );
}

function papersOf({ desk }: CaseDesk, caseId: string): Promise<CaseDetail['papers']> {
  return desk.db
    .selectFrom('case_papers')
    .select(['id', 'kind', 'number', 'made_at as madeAt'])
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}
