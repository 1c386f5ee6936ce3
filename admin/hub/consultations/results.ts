// Drafts what is published back: the summary of what was taken up, and who takes part in a hearing. Review follows as ever.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { type SummaryFacts, summaryBody, summaryTitle } from '#shared/consultations/summarise.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { bodyOf, parseContent } from '../editorial/stored-content.ts';
import { addVersion, insertRecord } from '../editorial/write-version.ts';
import type { Actor } from '../http/actor.ts';
import { type Facts, findConsultation, type LoadedConsultation, stateOf } from './load-consultation.ts';
import { authorship, note, noticeOf } from './notice-content.ts';
import { replyCounts, sortedReplies } from './replies.ts';

interface Draft {
  readonly id: string;
  readonly act: 'summary' | 'participants';
  readonly title: string;
  readonly html: string;
}

/** Made once, written anew until it is public; gives the record's id. Throws `consultations.…`. */
export function draftSummary(desk: Desk, id: string, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const asked = await findConsultation(inside, id, actor);
    const facts = requireOver(inside, asked);
    const { title, agencyName } = { title: asked.content.title, agencyName: asked.agencyName };
    if (asked.kind === 'hearing') {
      const html = await hearingReport(inside, asked, facts, true);
      return keep(
        inside,
        asked,
        { id: asked.summaryId, act: 'summary', title: `${bare(title)}情况报告`, html },
        actor,
      );
    }
    const replies = await sortedReplies(inside.db, id);
    const unsorted = replies.filter(({ verdict }) => verdict === null).length;
    if (unsorted > 0) throw new AppError('consultations.unsorted', { count: unsorted });
    const { startsOn, endsOn, consultation } = facts;
    const told: SummaryFacts = {
      ...{ title, agencyName, kind: asked.kind, points: consultation.points },
      ...{ startsOn: chineseDay(startsOn), endsOn: chineseDay(endsOn) },
    };
    const draft = { id: asked.summaryId, act: 'summary' as const, title: summaryTitle(title, asked.kind) };
    return keep(inside, asked, { ...draft, html: summaryBody(told, replies) }, actor);
  });
}

/** How many signed up and how many take part; names only where staff write them into the draft themselves. */
export function draftParticipants(desk: Desk, id: string, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const asked = await findConsultation(inside, id, actor);
    const facts = requireOver(inside, asked);
    if (asked.kind !== 'hearing') throw new AppError('consultations.wrong-kind');
    const html = await hearingReport(inside, asked, facts, false);
    const draft = { id: asked.participantsId, act: 'participants' as const, html };
    return keep(inside, asked, { ...draft, title: `${bare(asked.content.title)}参加人公告` }, actor);
  });
}

/** 关于举行《…》听证会的公告 → 关于《…》听证会 */
const bare = (title: string) =>
  title.replace(/的?(?:公告|通告|公示|通知)$/u, '').replace(/^关于(?:举行|召开)/u, '关于');

function requireOver(inside: Desk, asked: LoadedConsultation): Facts {
  const { state } = stateOf(asked, inside.now());
  if (asked.published === null) throw new AppError('consultations.none');
  if (state === 'open' || state === 'planned')
    throw new AppError('consultations.still-open', { endsOn: asked.published.endsOn });
  return asked.published;
}

async function hearingReport(
  inside: Desk,
  { id, content }: LoadedConsultation,
  { consultation, startsOn, endsOn }: Facts,
  isReport: boolean,
): Promise<string> {
  const { hearing } = consultation;
  if (hearing === null) throw new AppError('consultations.wrong-kind');
  const { received = 0, chosen = 0 } = (await replyCounts(inside.db)).get(id) ?? {};
  if (chosen === 0) throw new AppError('consultations.none-chosen');
  const held = `${chineseDay(hearing.on)}${hearing.at}在${hearing.place}`;
  const lines = isReport
    ? [
        `${held}举行了听证会。`,
        `报名时间为${chineseDay(startsOn)}至${chineseDay(endsOn)}，共有${received}人报名，选定参加人${chosen}人。`,
        '听证会上提出的主要意见和采纳情况如下：',
      ]
    : [
        `《${content.title}》发布后，${chineseDay(startsOn)}至${chineseDay(endsOn)}共有${received}人报名。`,
        `经遴选，确定听证会参加人${chosen}人，已逐一通知本人。`,
        `听证会将于${held}举行。`,
      ];
  return lines.map((line) => `<p>${line.replace(/[<>&]/gu, '')}</p>`).join('');
}

/** 2026-05-06 → 2026年5月6日 */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

async function keep(inside: Desk, asked: LoadedConsultation, draft: Draft, actor: Actor): Promise<string> {
  if (asked.publicResults.has(draft.id)) throw new AppError('consultations.summarised');
  const { html, text } = inside.sanitise(draft.html);
  const body = bodyOf(html, text);
  const known = await inside.db
    .selectFrom('records as record')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .select(['record.version', 'newest.content_json'])
    .where('record.id', '=', draft.id)
    .executeTakeFirst();
  if (known === undefined) {
    const plain = await noticeOf(inside, asked.content, draft.title);
    const content = {
      ...plain,
      date: chinaDate(inside.now()),
      details: answering(plain.details, asked.recordId),
    };
    await insertRecord(inside, content, body, authorship(actor), draft.id);
  } else {
    const record = { id: draft.id, version: known.version };
    await addVersion(inside, record, parseContent(known.content_json), body, authorship(actor));
  }
  await note(inside, asked.id, actor, draft.act, draft.title);
  const subject = draft.title.slice(0, 200);
  const details = { id: asked.id, recordId: draft.id };
  await recordAudit(inside, { who: actor.name, action: 'consultation.draft', subject, details });
  return draft.id;
}

type Details = ReturnType<typeof parseContent>['details'];

const answering = (details: Details, answersId: string): Details =>
  details?.type === 'notice' ? { ...details, answersId } : details;
