// The content of notices that ask or answer, and what is noted of a consultation beside them.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { NoticeConsultation } from '#shared/consultations/consultation.ts';
import { periodFault } from '#shared/consultations/consultation-schema.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ConsultationPlan } from '#shared/protocol/consultations-api.ts';
import { treeIds } from '../editorial/default-tree.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { StoredContent } from '../editorial/stored-content.ts';
import type { Authorship } from '../editorial/write-version.ts';
import type { Actor } from '../http/actor.ts';
import { bindingFacts, type LoadedConsultation } from './load-consultation.ts';

/** Staff who write at the desk. */
export const authorship = (actor: Actor): Authorship => ({
  who: actor.name,
  origin: 'editor',
  batchId: null,
  importHash: null,
});

/** Throws `consultations.bad-period`. */
export function requirePeriod({ startsOn, endsOn, kind, hearing }: ConsultationPlan): void {
  const fault = periodFault({ startsOn, endsOn, consultation: { kind, hearing } });
  if (fault !== null) throw new AppError('consultations.bad-period');
}

/** What the notice is to say. */
export function consultationOf(
  plan: ConsultationPlan,
  resultIds: readonly string[],
  draftId: string | null,
): NoticeConsultation {
  const { kind, affectsBusiness, points, hearing } = plan;
  const way = (name: keyof ConsultationPlan['ways']) => plan.ways[name] || null;
  const ways = { post: way('post'), email: way('email'), phone: way('phone'), place: way('place') };
  return {
    ...ways,
    kind,
    affectsBusiness,
    points,
    draftId,
    resultIds,
    hearing: kind === 'hearing' ? hearing : null,
  };
}

const plainNotice: NoticeDetails = {
  type: 'notice',
  level: 'ordinary',
  startsOn: null,
  endsOn: null,
  contact: null,
  objection: null,
  // Who comes after the last day is to find the result here.
  withdrawsAtEnd: false,
};

/** The notice's content with what it asks, and its period. */
export function asking(
  content: StoredContent,
  plan: ConsultationPlan,
  asks: NoticeConsultation,
): StoredContent {
  const before = content.details?.type === 'notice' ? content.details : plainNotice;
  const details: NoticeDetails = {
    ...before,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    objection: plan.objection === '' ? null : plan.objection,
    withdrawsAtEnd: false,
    consultation: asks,
  };
  return { ...content, details };
}

/** A notice of the same agency with nothing but its title. */
export async function noticeOf(inside: Desk, of: StoredContent, title: string): Promise<StoredContent> {
  const today = chinaDate(inside.now());
  return {
    ...{ kind: 'notice', title, agencyId: of.agencyId, docNo: null, indexNo: null, date: today },
    ...{ publishedOn: null, topic: of.topic, genre: null, nodeId: await noticesNode(inside), matterId: null },
    ...{
      summary: '',
      keywords: [],
      validity: 'unknown',
      expiresOn: null,
      details: plainNotice,
      attachments: [],
    },
  };
}

/** Staff may have removed it from the tree. */
async function noticesNode({ db }: Desk): Promise<string | null> {
  const node = await db
    .selectFrom('tree_nodes')
    .select('id')
    .where('id', '=', treeIds.notices)
    .executeTakeFirst();
  return node?.id ?? null;
}

/** Puts an act into the consultation's own history. */
export async function note(
  inside: Desk,
  id: string,
  actor: Actor,
  act: string,
  words: string,
): Promise<void> {
  await inside.db
    .insertInto('consultation_events')
    .values({
      id: inside.newId('e'),
      consultation_id: id,
      at: instant(inside),
      who: actor.name,
      act,
      note: words,
    })
    .execute();
}

/** The plan as the form holds it. */
export function planOf(asked: LoadedConsultation): ConsultationPlan {
  const facts = asked.planned ?? bindingFacts(asked);
  if (facts === null) throw new AppError('consultations.none');
  const { startsOn, endsOn, details, consultation } = facts;
  const { kind, points, affectsBusiness, hearing, post, email, phone, place } = consultation;
  return {
    ...{ kind, startsOn, endsOn, affectsBusiness, hearing, points: [...points] },
    ways: { post, email, phone, place },
    objection: details.objection ?? '',
  };
}
