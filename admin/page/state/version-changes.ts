// What differs between two versions of a record, for people who decide: every field, and the text passage by passage.

import type { RecordDetails } from '#shared/catalogue/details.ts';
import { diffParagraphs, type ParagraphChange } from '#shared/changes/diff-paragraphs.ts';
import { diffWords, type Stretch } from '#shared/changes/diff-words.ts';
import { recordLines } from '#shared/changes/record-lines.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { type ContentField, contentFields } from './merge-drafts.ts';
import { isSameValue } from './same-value.ts';

export interface FieldChange {
  readonly field: ContentField;
  readonly stretches: readonly Stretch[];
}

export interface VersionChanges {
  readonly fields: readonly FieldChange[];
  /** All passages of details and body in order; empty when none of them changed. */
  readonly passages: readonly ParagraphChange[];
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** A version as it is compared: its content and its body as lines. */
export interface ComparedContent {
  readonly content: RecordInput;
  readonly text: string;
}

/** Compared passage by passage below the fields. */
const asText: readonly ContentField[] = ['bodyHtml', 'details'];

function textLines({ content, text }: ComparedContent): readonly string[] {
  const header = { title: '', docNo: null, validity: 'unknown', expiresOn: null, summary: '' } as const;
  const details = content.details as RecordDetails | null;
  return recordLines({ ...header, details, attachments: [] }, text);
}

/** `wordsOf` says what a field holds, in words. */
export function versionChanges(
  before: ComparedContent,
  after: ComparedContent,
  wordsOf: (field: ContentField, content: RecordInput) => string,
): VersionChanges {
  const fields = contentFields
    .filter((field) => !asText.includes(field))
    .filter((field) => !isSameValue(before.content[field], after.content[field]))
    .map((field): FieldChange => {
      const words = [wordsOf(field, before.content), wordsOf(field, after.content)] as const;
      return { field, stretches: diffWords(...words) };
    });
  const all = diffParagraphs(textLines(before), textLines(after));
  const count = (type: ParagraphChange['type']) => all.filter((change) => change.type === type).length;
  const counts = { added: count('added'), removed: count('removed'), changed: count('changed') };
  const isSame = counts.added + counts.removed + counts.changed === 0;
  return { fields, passages: isSame ? [] : all, counts };
}
