// The file that tells what changed since the version a visitor could read before; it travels as an attachment that
// is not listed among the attachments, so that terminals that do not know it keep working.
import type { AttachmentRef, CatalogueRecord } from '../catalogue/record.ts';
import { diffParagraphs, type ParagraphChange } from './diff-paragraphs.ts';
import type { Stretch } from './diff-words.ts';

export const changesMediaType = 'application/vnd.mingchuang.changes+json';
export const changesFileName = '较上一版的改动.json';

/** Beyond this many characters of changes a red-lined text helps nobody: the new text is read instead. */
const mostCharacters = 60_000;
/** Bounds of what is read back. */
const mostFileCharacters = 1_000_000;
/** Of the unchanged paragraph before a change so much is told, for finding one's place. */
const contextCharacters = 60;

export type ChangeBlock =
  /** So many paragraphs are as they were; `last` is how the last of them begins. */
  | { readonly type: 'same'; readonly count: number; readonly last: string }
  | { readonly type: 'removed' | 'added'; readonly text: string }
  | { readonly type: 'changed'; readonly stretches: readonly Stretch[] };

export interface RecordChanges {
  readonly format: 1;
  /** The version compared with, and the date it bears. */
  readonly before: { readonly version: number; readonly date: string | null };
  readonly after: { readonly version: number; readonly date: string | null };
  /** Empty when there is too much to show, or what went is better not shown again. */
  readonly blocks: readonly ChangeBlock[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** One version of a record to compare. */
export interface ComparedVersion {
  readonly version: number;
  readonly date: string | null;
  readonly lines: readonly string[];
}

/** Null when a visitor would see no difference. */
export function compareVersions(before: ComparedVersion, after: ComparedVersion): RecordChanges | null {
  const changes = diffParagraphs(before.lines, after.lines);
  const count = (type: ParagraphChange['type']) => changes.filter((change) => change.type === type).length;
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') };
  if (counts.added + counts.removed + counts.changed === 0) return null;
  const blocks = changes.map(toBlock);
  const isTooMuch = JSON.stringify(blocks).length > mostCharacters || blocks.some(tellsOfPeople);
  const side = ({ version, date }: ComparedVersion) => ({ version, date });
  return { format: 1, before: side(before), after: side(after), blocks: isTooMuch ? [] : blocks, counts };
}

/** What was taken out because it should never have stood there is not shown again: numbers of people and phones. */
const personal = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/u;

function tellsOfPeople(block: ChangeBlock): boolean {
  if (block.type === 'removed') return personal.test(block.text);
  if (block.type !== 'changed' || block.stretches.every(({ type }) => type !== 'remove')) return false;
  const before = block.stretches.map(({ type, text }) => (type === 'add' ? '' : text)).join('');
  const after = block.stretches.map(({ type, text }) => (type === 'remove' ? '' : text)).join('');
  return personal.test(before) && !personal.test(after);
}

function toBlock(change: ParagraphChange): ChangeBlock {
  if (change.type !== 'same') return change;
  const last = change.paragraphs.at(-1) ?? '';
  const context = last.length > contextCharacters ? `${last.slice(0, contextCharacters)}…` : last;
  return { type: 'same', count: change.paragraphs.length, last: context };
}

/** The attachment that holds a record's changes; null when it has none. */
export function changesOf({ attachments }: Pick<CatalogueRecord, 'attachments'>): AttachmentRef | null {
  return attachments.find(({ mediaType }) => mediaType === changesMediaType) ?? null;
}

/** The attachments people put there. */
export function listedAttachments({
  attachments,
}: Pick<CatalogueRecord, 'attachments'>): readonly AttachmentRef[] {
  return attachments.filter(({ mediaType }) => mediaType !== changesMediaType);
}

/** Reads a file of changes; null when it is none. */
export function parseChanges(text: string): RecordChanges | null {
  if (text.length > mostFileCharacters) return null;
  try {
    const value = JSON.parse(text) as Partial<RecordChanges>;
    const { format, before, after, blocks, counts } = value;
    const isWhole =
      format === 1 && isSide(before) && isSide(after) && Array.isArray(blocks) && blocks.every(isBlock);
    const isCounted =
      typeof counts?.added === 'number' &&
      typeof counts.removed === 'number' &&
      typeof counts.changed === 'number';
    return isWhole && isCounted ? (value as RecordChanges) : null;
  } catch {
    return null;
  }
}

function isSide(side: Partial<RecordChanges['before']> | undefined): boolean {
  return typeof side?.version === 'number' && (side.date === null || typeof side.date === 'string');
}

function isBlock(value: unknown): boolean {
  const block = value as Readonly<Record<string, unknown>> | null;
  if (block?.type === 'same') return typeof block.count === 'number' && typeof block.last === 'string';
  if (block?.type === 'added' || block?.type === 'removed') return typeof block.text === 'string';
  return block?.type === 'changed' && Array.isArray(block.stretches) && block.stretches.every(isStretch);
}

function isStretch(value: unknown): boolean {
  const stretch = value as Partial<Stretch> | null;
  const isKnown = stretch?.type === 'keep' || stretch?.type === 'remove' || stretch?.type === 'add';
  return isKnown && typeof stretch.text === 'string';
}
