// Opens a consultation on a notice or for a document, changes it, and moves its end: always as a new version to be reviewed.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { NoticeConsultation } from '#shared/consultations/consultation.ts';
import { periodFault } from '#shared/consultations/consultation-schema.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  ConsultationChange,
  ConsultationEnd,
  ConsultationInput,
  ConsultationPlan,
} from '#shared/protocol/consultations-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { bodyOf, parseContent, type StoredContent } from '../editorial/stored-content.ts';
import { addVersion, insertRecord } from '../editorial/write-version.ts';
import type { Actor } from '../http/actor.ts';
import { findConsultation, type LoadedConsultation, stateOf } from './load-consultation.ts';
import { asking, authorship, consultationOf, note, noticeOf, requirePeriod } from './notice-content.ts';

/** Gives the id of the consultation. Throws `consultations.…`. */
export function openConsultation(desk: Desk, input: ConsultationInput, actor: Actor): Promise<string> {
  requirePeriod(input);
  return withTransaction(desk, async (inside) => {
    const record = await recordToAskAbout(inside, input.recordId, actor);
    const [summaryId, participantsId] = [inside.newId('r'), inside.newId('r')];
    const resultIds = [summaryId, participantsId];
    const isNotice = record.content.kind === 'notice';
    const draftId = isNotice ? null : record.id;
    const asks = consultationOf(input, resultIds, draftId);
    const recordId = isNotice
      ? await writeOnto(inside, record, input, asks, actor)
      : await draftNotice(inside, record.content, input, asks, actor);
    const id = inside.newId('q');
    await inside.db
      .insertInto('consultations')
      .values({
        ...{ id, kind: input.kind, record_id: recordId, draft_id: draftId },
        ...{ summary_id: summaryId, participants_id: participantsId, revision: 1 },
        ...{ created_at: instant(inside), created_by: actor.name },
      })
      .execute();
    await note(inside, id, actor, 'open', `${input.startsOn}—${input.endsOn}`);
    await recordAudit(inside, {
      who: actor.name,
      action: 'consultation.open',
      subject: record.content.title,
      details: { id, recordId, kind: input.kind, startsOn: input.startsOn, endsOn: input.endsOn },
    });
    return id;
  });
}

interface AskedRecord {
  readonly id: string;
  readonly version: number;
  readonly content: StoredContent;
  readonly bodyHash: string | null;
}

async function recordToAskAbout({ db }: Desk, id: string, actor: Actor): Promise<AskedRecord> {
  const row = await db
    .selectFrom('records as record')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .select(['record.id', 'record.version', 'newest.content_json', 'newest.body_hash'])
    .where('record.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  const content = parseContent(row.content_json);
  if (content.kind !== 'notice' && content.kind !== 'document')
    throw new AppError('consultations.wrong-record');
  if (actor.agencyId !== null && actor.agencyId !== content.agencyId)
    throw new AppError('consultations.foreign-agency');
  const known = await db
    .selectFrom('consultations')
    .select('id')
    .where((where) => where.or([where('record_id', '=', id), where('draft_id', '=', id)]))
    .executeTakeFirst();
  if (known !== undefined) throw new AppError('consultations.exists');
  return { id, version: row.version, content, bodyHash: row.body_hash };
}

async function writeOnto(
  inside: Desk,
  record: AskedRecord,
  plan: ConsultationPlan,
  asks: NoticeConsultation,
  actor: Actor,
): Promise<string> {
  const { id, version, content, bodyHash } = record;
  const body = bodyHash === null ? null : { hash: bodyHash };
  await addVersion(inside, { id, version }, asking(content, plan, asks), body, authorship(actor));
  return id;
}

/** How a notice that puts out a document is called, as such notices are. */
const noticeTitles = {
  comment: (title: string) => `关于公开征求《${title}》意见的公告`,
  objection: (title: string) => `关于《${title}》的公示`,
  hearing: (title: string) => `关于举行《${title}》听证会的公告`,
} as const;

/** A document is put out by a notice of its own; what that says further is for its author to write. */
async function draftNotice(
  inside: Desk,
  document: StoredContent,
  plan: ConsultationPlan,
  asks: NoticeConsultation,
  actor: Actor,
): Promise<string> {
  const bare = document.title.replace(/^《|》$/gu, '');
  const content = asking(await noticeOf(inside, document, noticeTitles[plan.kind](bare)), plan, asks);
  const { html, text } = inside.sanitise(
    `<p>${document.title.replace(/[<>&]/gu, '')}全文见本公告所附草案。</p>`,
  );
  return insertRecord(inside, content, bodyOf(html, text), authorship(actor));
}

/** Changes what is asked. Throws `consultations.…`. */
export function changeConsultation(
  desk: Desk,
  id: string,
  change: ConsultationChange,
  actor: Actor,
): Promise<string> {
  requirePeriod(change);
  return withTransaction(desk, async (inside) => {
    const asked = await findAt(inside, id, change.revision, actor);
    if (asked.kind !== change.kind) throw new AppError('consultations.wrong-kind');
    const asks = consultationOf(change, [asked.summaryId, asked.participantsId], asked.draftId);
    await rewrite(inside, asked, asking(asked.content, change, asks), actor);
    await note(inside, id, actor, 'change', `${change.startsOn}—${change.endsOn}`);
    await recordAudit(inside, {
      who: actor.name,
      action: 'consultation.change',
      subject: asked.content.title,
      details: { id, startsOn: change.startsOn, endsOn: change.endsOn },
    });
    return id;
  });
}

/** Moves the last day: later extends, today or later ends it earlier. Counts once the notice is published again. */
export function moveEnd(desk: Desk, id: string, move: ConsultationEnd, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const asked = await findAt(inside, id, move.revision, actor);
    const { content, planned } = asked;
    const { details } = content;
    if (planned === null || details?.type !== 'notice') throw new AppError('consultations.none');
    const isPast = move.endsOn < chinaDate(inside.now());
    if (move.endsOn === planned.endsOn || isPast) throw new AppError('consultations.same-end');
    const moved = { ...details, endsOn: move.endsOn };
    if (periodFault(moved) !== null) throw new AppError('consultations.bad-period');
    await rewrite(inside, asked, { ...content, details: moved }, actor);
    await note(inside, id, actor, 'end', `${planned.endsOn} → ${move.endsOn}：${move.reason}`);
    await recordAudit(inside, {
      who: actor.name,
      action: 'consultation.end',
      subject: content.title,
      details: { id, from: planned.endsOn, to: move.endsOn },
    });
    return id;
  });
}

async function findAt(inside: Desk, id: string, revision: number, actor: Actor): Promise<LoadedConsultation> {
  const asked = await findConsultation(inside, id, actor);
  if (asked.revision !== revision) throw new AppError('consultations.changed');
  if (stateOf(asked, inside.now()).state === 'summarised') throw new AppError('consultations.summarised');
  return asked;
}

async function rewrite(
  inside: Desk,
  asked: LoadedConsultation,
  content: StoredContent,
  actor: Actor,
): Promise<void> {
  const body = asked.bodyHash === null ? null : { hash: asked.bodyHash };
  const record = { id: asked.recordId, version: asked.recordVersion };
  await addVersion(inside, record, content, body, authorship(actor));
  await inside.db
    .updateTable('consultations')
    .set({ revision: asked.revision + 1 })
    .where('id', '=', asked.id)
    .execute();
}
