// Steps of a procedure in one cell: parted by arrows, line breaks or their numbers.
import { tidyLine } from './tidy-text.ts';

/** How stored steps are parted. */
export const stepSeparator = '→';

const arrows = /[→⇒➡➔➜⟶»]|-{1,3}>|=+>|—+>|↓|⬇/u;
const parts = new RegExp(`${arrows.source}|[\\r\\n]+`, 'gu');
/** `1.受理 2.审查`, `①受理②审查`, `（一）受理；（二）审查` on one line. */
const numbered = /(?:^|[\s；;，,。])(?:\d{1,2}[、.．](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）])|[①-⑳]/gu;
const leadingNumber =
  /^(?:\d{1,2}[、.．](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|[①-⑳])/u;

/** The steps of a cell in their order, without numbers before them. */
export function parseSteps(text: string): string[] {
  return text
    .split(parts)
    .flatMap(splitNumbered)
    .map((step) => tidyLine(step.trim().replace(leadingNumber, '')).replace(/[；;，,。]+$/u, ''))
    .filter((step) => step !== '');
}

function splitNumbered(text: string): string[] {
  const marks = [...text.matchAll(numbered)];
  return marks.length >= 2 ? text.replace(numbered, '\n').split('\n') : [text];
}

/** The stored form. */
export function formatSteps(steps: readonly string[]): string {
  return steps.join(stepSeparator);
}
