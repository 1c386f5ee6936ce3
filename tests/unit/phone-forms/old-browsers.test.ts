// The forms' script runs in browsers of 2020: it uses nothing they have not got, and keeps to its words and its budget.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { matches } from '../../../admin/phone/forms/agency-field.ts';

const folder = new URL('../../../admin/phone/forms/', import.meta.url);
const sources = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

/** What Chromium 86 and iOS 14 lack, and no build puts there. */
const tooNew = [
  /\.at\(/,
  /\.findLast/,
  /\.toSorted|\.toReversed|\.toSpliced|\.with\(/,
  /structuredClone/,
  /Object\.(hasOwn|groupBy)/,
  /randomUUID/,
  /AbortSignal\.(timeout|any)/,
  /Array\.fromAsync|Promise\.(withResolvers|try)/,
  /toWellFormed|isWellFormed/,
  /\(\?<[=!]/,
  /crypto\.subtle/,
  /createImageBitmap|OffscreenCanvas/,
  /showModal|popover/,
];

it.each(sources)('$name › it uses nothing that browsers of 2020 lack', ({ text }) => {
  expect(tooNew.filter((pattern) => pattern.test(text)).map(String)).toEqual([]);
});

it.each(sources)('$name › it holds no words for people: they come from the page', ({ text }) => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  // What a date is written with is grammar; everything else is words.
  expect(code.replace(/\$\{year\}年\$\{month\}月\$\{date\}日/, '').match(/[\p{Script=Han}]+/gu)).toBeNull();
});

it('an agency › is found by some of its characters in their order', () => {
  expect(matches('云溪区市场监督管理局', '市监局')).toBe(true);
  expect(matches('云溪区市场监督管理局', '监市')).toBe(false);
  expect(matches('云溪区市场监督管理局', '')).toBe(true);
});
