// Two people changed one record: what only one of them touched is taken from that one, the rest is a choice.
import { type RecordInput, recordInputSchema } from '#shared/protocol/hub-api.ts';
import { mergeBodies } from './body-passages.ts';
import { isSameValue } from './same-value.ts';

export type ContentField = keyof RecordInput;

/** Every field of a record, in the order forms show them. */
export const contentFields = Object.keys(recordInputSchema.shape) as readonly ContentField[];

export interface MergedDraft {
  /** Holds my words wherever both of us changed a field. */
  readonly content: RecordInput;
  /** Fields both of us changed, each to something else. */
  readonly clashes: readonly ContentField[];
}

/**
 * Merges what I typed and what was stored meanwhile, field by field, from the version both started with. Bodies are
 * merged passage by passage, so that two people who worked on different paragraphs need not choose.
 */
export function mergeDrafts(base: RecordInput, mine: RecordInput, theirs: RecordInput): MergedDraft {
  const untouched = contentFields.filter((field) => isSameValue(mine[field], base[field]));
  const taken = Object.fromEntries(untouched.map((field) => [field, theirs[field]]));
  const clashes = contentFields.filter(
    (field) =>
      !untouched.includes(field) &&
      !isSameValue(theirs[field], base[field]) &&
      !isSameValue(theirs[field], mine[field]),
  );
  const content = { ...mine, ...taken };
  const body = clashes.includes('bodyHtml')
    ? mergeBodies(base.bodyHtml, mine.bodyHtml, theirs.bodyHtml)
    : null;
  if (body === null) return { content, clashes };
  return {
    content: { ...content, bodyHtml: body },
    clashes: clashes.filter((field) => field !== 'bodyHtml'),
  };
}

/** Fields that can hold both people's words one after the other. */
const joinable = ['bodyHtml', 'summary', 'keywords', 'attachments'] as const;
type Joinable = (typeof joinable)[number];

export const canJoin = (field: ContentField): field is Joinable => joinable.some((one) => one === field);

function joinLists<T>(mine: readonly T[], theirs: readonly T[]): T[] {
  return [...mine, ...theirs.filter((item) => !mine.some((held) => isSameValue(held, item)))];
}

/** Mine and then theirs: nothing of either is lost, and the person at the desk tidies it up. */
export function joinField(field: Joinable, mine: RecordInput, theirs: RecordInput): Partial<RecordInput> {
  if (field === 'keywords') return { keywords: joinLists(mine.keywords, theirs.keywords) };
  if (field === 'attachments') return { attachments: joinLists(mine.attachments, theirs.attachments) };
  if (field === 'summary') return { summary: `${mine.summary}\n${theirs.summary}` };
  return { bodyHtml: mine.bodyHtml + theirs.bodyHtml };
}
