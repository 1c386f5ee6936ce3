// Which fields the details of each kind have and how they are edited.

import { channels, pageSections } from '#shared/catalogue/details.ts';
import { parseDeadline } from '#shared/catalogue/parse-deadline.ts';
import type { WrittenKind } from '#shared/catalogue/record.ts';
import type { MessageKey } from '../i18n/index.ts';

/** How one field is edited; `rows` is a small table with named cells. */
export type DetailField =
  | {
      readonly key: string;
      readonly type: 'text' | 'long' | 'lines' | 'number' | 'date' | 'deadline';
      /** Whether words below the field say what belongs here: `<key>.hint`; of a text or a date. */
      readonly hasHint?: boolean;
    }
  /** Yes or no; `isOn` is what it begins with. */
  | { readonly key: string; readonly type: 'flag'; readonly isOn: boolean }
  | { readonly key: string; readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly key: string; readonly type: 'choices'; readonly options: readonly string[] }
  | {
      readonly key: string;
      readonly type: 'rows';
      readonly cells: readonly string[];
      /** Cells that name one of the record's files, after the others. */
      readonly fileCells?: readonly string[];
      readonly flag?: string;
      /** Whether words below the name say what belongs here: `<key>.hint`. */
      readonly hasHint?: boolean;
    };

const matterFields: readonly DetailField[] = [
  { key: 'field', type: 'text' },
  { key: 'levels', type: 'lines' },
  { key: 'elements', type: 'long' },
  { key: 'basis', type: 'long' },
  { key: 'deadline', type: 'deadline' },
  { key: 'channels', type: 'choices', options: channels },
  { key: 'otherChannels', type: 'lines' },
  { key: 'audience', type: 'choices', options: ['everyone', 'specific'] },
  { key: 'audienceNote', type: 'text' },
  { key: 'mode', type: 'choices', options: ['proactive', 'on-request'] },
  { key: 'tiers', type: 'choices', options: ['county', 'township', 'village'] },
  { key: 'responsible', type: 'text' },
  { key: 'responsiblePerson', type: 'text' },
];

const guideTexts = [
  'itemType',
  'itemCode',
  'audience',
  'level',
  'address',
  'window',
  'hours',
  'method',
  'phone',
  'complaintPhone',
  'statutoryLimit',
  'promisedLimit',
  'fee',
  'result',
  'onlineUrl',
] as const;

const guideFields: readonly DetailField[] = [
  ...guideTexts.map((key) => ({ key, type: 'text' }) as const),
  { key: 'visits', type: 'number' },
  { key: 'group', type: 'text' },
  { key: 'subjects', type: 'lines' },
  { key: 'conditions', type: 'lines' },
  {
    key: 'materials',
    type: 'rows',
    cells: ['name', 'copies', 'form', 'source'],
    fileCells: ['blankForm', 'sampleForm'],
    flag: 'required',
    hasHint: true,
  },
  { key: 'steps', type: 'rows', cells: ['name', 'person', 'limit', 'result'] },
  { key: 'places', type: 'rows', cells: ['name', 'address', 'window', 'hours', 'phone'], hasHint: true },
  { key: 'fees', type: 'rows', cells: ['item', 'basis', 'standard'] },
  { key: 'laws', type: 'rows', cells: ['name', 'docNo', 'article'], hasHint: true },
  { key: 'basis', type: 'lines' },
  { key: 'questions', type: 'rows', cells: ['question', 'answer'] },
];

const noticeFields: readonly DetailField[] = [
  { key: 'level', type: 'choice', options: ['ordinary', 'important', 'emergency'] },
  { key: 'startsOn', type: 'date' },
  { key: 'endsOn', type: 'date', hasHint: true },
  { key: 'withdrawsAtEnd', type: 'flag', isOn: true },
  { key: 'contact', type: 'text' },
  { key: 'objection', type: 'text', hasHint: true },
];

const pageFields: readonly DetailField[] = [{ key: 'section', type: 'choice', options: pageSections }];

/** The fields of a kind's details, in the order of the form; documents have none. */
export const detailFields: Readonly<Record<WrittenKind, readonly DetailField[]>> = {
  document: [],
  guide: guideFields,
  notice: noticeFields,
  matter: matterFields,
  page: pageFields,
};

/** The label of a field, of a table's cell or of a choice, from the message catalogue. */
export const detailLabel = (kind: WrittenKind, key: string) => `detail.${kind}.${key}` as MessageKey;

export type DetailValues = Readonly<Record<string, unknown>>;

/** What a kind's details hold before anything is typed. */
export function emptyDetails(kind: WrittenKind): DetailValues | null {
  if (kind === 'document') return null;
  const values: Record<string, unknown> = { type: kind };
  for (const field of detailFields[kind]) values[field.key] = emptyValue(field);
  return values;
}

function emptyValue(field: DetailField): unknown {
  if (field.type === 'lines' || field.type === 'choices' || field.type === 'rows') return [];
  if (field.type === 'choice') return field.options[0];
  if (field.type === 'flag') return field.isOn;
  return field.type === 'long' ? '' : null;
}

/** The words of a deadline as a rule; empty words are no rule. */
export function deadlineOf(words: string): unknown {
  return words.trim() === '' ? null : parseDeadline(words).rule;
}
