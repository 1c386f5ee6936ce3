// Passports and travel permits, number plates, private e-mail addresses.
import type { Objection, Rule } from '../rule.ts';

const travelPaper = /护照|passport|通行证|回乡证|台胞证|旅行证|居留证|军官证|士兵证|警官证/iu;
/** Ordinary, official and travel papers, each a letter or two and digits. */
const paperNumber =
  /(?<![0-9A-Za-z])(?:[EGDSPKHMTWCegdspkhmtwc][A-Za-z]?\s?-?\d{7,8}|[HMhm]\d{8}(?:\d{2})?|1[45]\d{7}|\d{8}(?=[^0-9]{0,4}$|[^\dA-Za-z]))(?![0-9A-Za-z])/gu;

/** Letters and digits alone say little: the words around must speak of such a paper. */
export const findPassports: Rule = function* (text) {
  if (!travelPaper.test(text.text) && !text.isTable) return;
  for (const match of text.text.matchAll(paperNumber)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (!travelPaper.test(text.before(range, 24) + text.headOf(range))) continue;
    yield { ...range, rule: 'passport', severity: 'must-answer', value: match[0].replace(/[\s-]/gu, '') };
  }
};

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const plate = new RegExp(
  `[${provinces}][A-HJ-NP-Z][ ·•・.\\-]?(?:[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警港澳挂领])(?![0-9A-Za-z])`,
  'gu',
);

export const findNumberPlates: Rule = function* (text) {
  for (const match of text.text.toUpperCase().matchAll(plate)) {
    const digits = match[0].replace(/\D/gu, '').length;
    const range = { start: match.index, end: match.index + match[0].length };
    // Three letters and more are rather a standard's or a licence's number.
    if (digits < 3 || /证|备案|字号|标准/u.test(text.before(range, 6))) continue;
    yield {
      ...range,
      rule: 'number-plate',
      severity: 'must-answer',
      value: match[0].replace(/[^\p{L}\d]/gu, ''),
    };
  }
};

const email =
  /[A-Za-z0-9][\w.+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?([a-z0-9][a-z0-9.-]{1,60}\.[a-z]{2,8})(?![A-Za-z])/giu;
const privateProvider =
  /^(?:(?:vip\.)?(?:qq|163|126|188|139|189|wo|sina|sohu|yeah|foxmail|21cn|tom|aliyun|gmail|hotmail|outlook|live|msn|yahoo|icloud|me|263|eyou|chinaren)\.(?:com?|net|cn|com\.cn|co\.jp|com\.hk))$/iu;

/** Many offices use them, so this is only a hint. */
export const findPrivateEmails: Rule = function* (text): Generator<Objection> {
  if (!/@|at[)\]]/iu.test(text.text)) return;
  for (const match of text.text.matchAll(email)) {
    if (!privateProvider.test(match[1] ?? '')) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    yield { ...range, rule: 'private-email', severity: 'hint', value: match[0].toLowerCase() };
  }
};
