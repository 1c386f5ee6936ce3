// What a field of an import is, and how headings are compared.
import { foldText } from '#shared/catalogue/clean-text.ts';

/** A field a column can be assigned to. */
export interface ImportField {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  /** Headings and keys it goes by, folded: no blanks, half width, lower case. */
  readonly names: readonly string[];
}

/** `names` is a list parted by blanks; the field's own name and label always count. */
export function field(
  name: string,
  zh: string,
  en: string,
  names = '',
  more: readonly string[] = [],
): ImportField {
  const all = [name, zh, ...names.split(/\s+/u), ...more].map(foldHeading).filter((one) => one !== '');
  return { field: name, zh, en, names: all };
}

/** A heading as it is compared: no blanks, half width, lower case, no trailing colon or star. */
export function foldHeading(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[﹙〔【[]/gu, '(')
    .replace(/[﹚〕】\]]/gu, ')')
    .replace(/^[*★]+|[*★:：]+$/gu, '');
}
