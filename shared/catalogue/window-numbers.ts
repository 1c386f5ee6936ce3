// Which windows the words of a guide name: 3号窗口, 5-8号窗口, A03窗口.
import type { Hall, HallArea } from './hall-plan.ts';

/** Ranges longer than this are no windows but years or rooms. */
const longestRange = 60;
const pattern =
  /(?<![\dA-Za-z])([A-Za-z]?)(\d{1,3})(?:\s*(?:号)?\s*[-—–~～至]\s*([A-Za-z]?)(\d{1,3}))?(?!\d)/gu;

/** A number as it is compared: upper case, no zeros in front. */
export function windowKey(number: string): string {
  const match = /^([A-Za-z]?)0*(\d{1,3})$/.exec(number.normalize('NFKC').trim().replace(/号.*$/u, ''));
  return match === null ? number.trim().toUpperCase() : `${match[1]?.toUpperCase()}${match[2]}`;
}

/** The numbers of all windows named, ranges spelt out. Floors (二楼, 3楼) are no windows. */
export function windowNumbersOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const words = text.normalize('NFKC').replace(/\d+\s*(?:楼|层|F\b)/giu, ' ');
  for (const [, letter = '', first = '', lastLetter = '', last] of words.matchAll(pattern)) {
    const from = Number(first);
    const to = last === undefined ? from : Number(last);
    const isRange = to >= from && to - from <= longestRange && (lastLetter === '' || lastLetter === letter);
    for (let number = from; number <= (isRange ? to : from); number++) {
      found.add(`${letter.toUpperCase()}${number}`);
    }
  }
  return found;
}

/** The windows of the plan that the words name. */
export function windowsNamed(hall: Hall, text: string): readonly HallArea[] {
  const numbers = windowNumbersOf(text);
  return hall.floors
    .flatMap(({ areas }) => areas)
    .filter(({ number }) => number !== null && numbers.has(windowKey(number)));
}
