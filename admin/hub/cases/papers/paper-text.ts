// A paper as texts in named fields: what staff look over before it is made, and what is kept of it, sealed.
import * as z from 'zod';
import { type CasePaperKind, casePaperKinds } from '#shared/protocol/case-desk-api.ts';

const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  /** Several lines. */
  isLong: z.boolean(),
});
export type PaperField = z.infer<typeof fieldSchema>;

export const paperTextSchema = z.object({
  kind: z.enum(casePaperKinds),
  /** A letter has addressee, body and signature; a sheet is a table of labels and texts. */
  layout: z.enum(['letter', 'sheet']),
  fields: z.array(fieldSchema),
});
export type PaperText = z.infer<typeof paperTextSchema>;

const field = (name: string, label: string, value: string, isLong = false): PaperField => ({
  ...{ name, label, value, isLong },
});

export interface Letter {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly body: string;
  readonly signer: string;
  readonly date: string;
  readonly contact: string;
}

export function letterText(kind: CasePaperKind, letter: Letter): PaperText {
  const fields = [
    field('title', '标题', letter.title),
    field('number', '文书编号', letter.number),
    field('addressee', '收件人', letter.addressee),
    field('body', '正文', letter.body, true),
    field('signer', '落款', letter.signer),
    field('date', '日期', letter.date),
    field('contact', '联系方式', letter.contact, true),
  ];
  return { kind, layout: 'letter', fields };
}

/** A row of a sheet. */
export type SheetRow = readonly [name: string, label: string, value: string, isLong?: boolean];

export function sheetText(
  kind: CasePaperKind,
  { title, number }: Pick<Letter, 'title' | 'number'>,
  rows: readonly SheetRow[],
): PaperText {
  const head = [field('title', '标题', title), field('number', '登记编号', number)];
  return { kind, layout: 'sheet', fields: [...head, ...rows.map((row) => field(...row))] };
}

/** The paper with these texts changed; names it does not have are passed over. */
export function editedText(text: PaperText, edits: Readonly<Record<string, string>>): PaperText {
  const textOf = ({ name, value }: PaperField) =>
    Object.hasOwn(edits, name) ? (edits[name] ?? value) : value;
  return { ...text, fields: text.fields.map((one) => ({ ...one, value: textOf(one) })) };
}

export function fieldOf({ fields }: PaperText, name: string): string {
  return fields.find((one) => one.name === name)?.value ?? '';
}

/** Rows of a sheet below its head. */
export function rowsOf({ fields }: PaperText): PaperField[] {
  return fields.filter(({ name }) => name !== 'title' && name !== 'number');
}

/** Paragraphs of a text of several lines, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
