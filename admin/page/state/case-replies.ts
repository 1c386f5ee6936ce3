// The kinds of reply as the form offers them: grouped as the annual report does, with who may give each, and its template.
import { approvedRepliesOf, openReplies } from '#shared/cases/case-acts.ts';
import { readCourse } from '#shared/cases/case-course.ts';
import { type ReplyKind, replyKinds, resultRowOf } from '#shared/cases/replies.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { resultGroups } from '#shared/reports/annual-form.ts';
import { t } from '../i18n/case-words.ts';
import { may } from './session.ts';

export const replyGroups = ['granted', 'refused', 'unable', 'unhandled', 'otherwise'] as const;
export type ReplyGroup = (typeof replyGroups)[number];

/** The group of Table 2 a reply counts in; disclosure in part stands with disclosure. */
export function groupOf(kind: ReplyKind): ReplyGroup {
  if (kind === 'refused' || kind === 'special-law') return 'refused';
  const row = resultRowOf(kind, null);
  const group = Object.entries(resultGroups).find(([, rows]) => rows.some((one) => one === row))?.[0];
  if (group === 'granted' || group === 'partial') return 'granted';
  return group === 'unable' || group === 'unhandled' ? group : 'otherwise';
}

export interface ReplyOption {
  readonly kind: ReplyKind;
  /** False where the head of the office gives it. */
  readonly isMine: boolean;
}

/** What can be replied as the case stands, by group; a group with nothing in it is left out. */
export function replyOptions(
  detail: Pick<CaseDetail, 'channel' | 'events' | 'approvedReplies'>,
  today: string,
  isDraft = false,
): readonly (readonly [ReplyGroup, readonly ReplyOption[]])[] {
  const isOpen = openReplies({ course: readCourse(detail.channel, detail.events) }, today);
  const needsHead = approvedRepliesOf(detail.approvedReplies);
  // Anything can be drafted: the head of the office looks at it before it is given.
  const isMine = (kind: ReplyKind) =>
    isDraft || may(needsHead.includes(kind) ? 'cases.decide' : 'cases.handle');
  const options = replyKinds.filter(isOpen).map((kind) => ({ kind, isMine: isMine(kind) }));
  return replyGroups
    .map((group) => [group, options.filter(({ kind }) => groupOf(kind) === group)] as const)
    .filter(([, some]) => some.length > 0);
}

/** Replies one may take to a higher authority or a court: all that do not give everything. */
const contestable = (kind: ReplyKind) => kind !== 'already-public' && kind !== 'provided';

const subjectCharacters = 40;

/** What the reply is about, in few words. */
const subjectOf = ({ title, content }: Pick<CaseDetail, 'title' | 'content'>): string =>
  title === '' ? content.replace(/\s+/g, ' ').slice(0, subjectCharacters) : title;

/** A reply to begin from. */
export function replyTemplate(kind: ReplyKind, detail: Pick<CaseDetail, 'title' | 'content'>): string {
  const words = t(`reply.template.${kind}`, { title: subjectOf(detail) });
  return contestable(kind) ? `${words}\n\n${t('reply.template.rights')}` : words;
}
