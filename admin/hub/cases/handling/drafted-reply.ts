// The draft of a reply as its case holds it: its kind and papers by its event, its words sealed with the case.
import type { CaseDetail, CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { ReplyWords } from './fit-reply.ts';
import { noteOf, type OpenedCase } from './opened-case.ts';

/** The draft that stands, with who wrote it; null where there is none or its words were erased. */
export function draftOfCase({
  course,
  events,
  words,
}: OpenedCase): (ReplyWords & { readonly by: string }) | null {
  const drafted = events.findLast(({ kind }) => kind === 'reply-drafted');
  const said = words?.draft ?? null;
  if (course.draft === null || drafted === undefined || said === null) return null;
  const { kind, ground } = course.draft;
  const { recordIds, files } = drafted.facts;
  return { kind, ground, ...said, recordIds: listed(recordIds), files: listed(files), by: drafted.who };
}

/** The same for the desk, masked by `shown` for who may not see names. */
export function shownDraft(
  { vault }: Pick<CaseDesk, 'vault'>,
  opened: OpenedCase,
  shown: (text: string) => string,
): CaseDetail['draft'] {
  const draft = draftOfCase(opened);
  if (draft === null || opened.course.draft === null) return null;
  const last = opened.events.findLast(({ kind }) => wordsAboutDrafts.includes(kind));
  const isDecided = last !== undefined && last.kind !== 'reply-drafted';
  const opinion = isDecided ? noteOf({ vault }, opened, last) : '';
  return {
    ...draft,
    ...{ text: shown(draft.text), leftOut: shown(draft.leftOut), opinion: shown(opinion) },
    state: opened.course.draft.state,
  };
}

const wordsAboutDrafts: readonly CaseEventKind[] = ['reply-drafted', 'draft-returned', 'draft-approved'];

const listed = (ids: unknown): string[] =>
  typeof ids === 'string' ? ids.split(',').filter((id) => id !== '') : [];
