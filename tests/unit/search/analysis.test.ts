// How text is brought to comparable form and cut into terms, case by case.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, originalEnd } from '#shared/search/normalise.ts';
import { foldNumerals } from '#shared/search/numerals.ts';
import { parseQuery } from '#shared/search/parse-query.ts';
import { dateCode, yearNumber } from '#shared/search/record-date.ts';
import { findWord, probesOfPhrase, tokenise } from '#shared/search/tokenise.ts';

describe('normalise › when spellings differ in form only', () => {
  it.each([
    ['full width letters and digits', 'ＡＢｃ１２', 'abc12'],
    ['half width katakana', 'ｶﾞ', 'カ'],
    ['tortoise-shell brackets', '财办〔2024〕12号', '财办2024 12号'],
    ['square brackets', '财办[2024]12号', '财办2024 12号'],
    ['lenticular brackets', '财办【2024】12号', '财办2024 12号'],
    ['full width brackets', '财办（2024）12号', '财办2024 12号'],
    ['blanks around numbers', '财办 ( 2024 ) 12 号', '财办2024 12号'],
    ['book title marks', '《行政许可法》办法', '行政许可法办法'],
    ['curly and corner brackets', '「财办」{2024}〖12〗『号』', '财办2024 12号'],
    ['small and vertical brackets', '财办﹝2024﹞﹙12﹚︵号︶', '财办2024 12号'],
    ['traditional characters', '財辦〔2024〕12號', '财办2024 12号'],
    ['the zero of numerals', '二〇二四', '二〇二四'],
    ['blanks inside Chinese', '制 定　或\n获取', '制定或获取'],
    ['one blank between Latin words', 'Windows  NT\t10', 'windows nt 10'],
    ['no blank between letters and digits that touch', 'GB32100', 'gb32100'],
    ['slashes and dashes of index numbers', '11341702H/202110-00013', '11341702h 202110 00013'],
    ['accents', 'Café Ångström', 'cafe angstrom'],
    ['circled and bracketed signs', '①㈱㎡', '1株m2'],
    ['characters outside the basic plane', '𠮷野', '𠮷野'],
    ['lone surrogates', 'a\ud800b', 'a b'],
    ['emoji', '公🙂开', '公开'],
    ['nothing but signs', '《》！？ …', ''],
  ])('%s: %s is compared as %s', (_what, written, compared) => {
    expect(normalise(written).text).toBe(compared);
  });

  it('leads every unit back to the character it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const normalised = normalise(text);
        expect(normalised.starts.length).toBe(normalised.text.length);
        let last = 0;
        normalised.starts.forEach((start, unit) => {
          expect(start).toBeGreaterThanOrEqual(last);
          const end = originalEnd(text, normalised, unit);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const one = normalised.text[unit] as string;
          if (one !== ' ') expect(normalise(text.slice(start, end)).text).toContain(one);
          last = start;
        });
      }),
    );
  });

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});

describe('foldNumerals › when a document number is written in Chinese numerals', () => {
  it.each([
    ['主席令第十二号', '主席令第12号'],
    ['二〇二四', '2024'],
    ['一百零五', '105'],
    ['第三十号', '第30号'],
    ['第一千二百三十四号', '第1234号'],
    ['没有数字', '没有数字'],
    ['二〇一二年第〇一二号', '2012年第012号'],
    ['一千', '1000'],
    ['千百', '1100'],
    ['12号', '12号'],
  ])('%s becomes %s', (written, digits) => {
    expect(foldNumerals(written)).toBe(digits);
  });
});

function termsOf(text: string): string[] {
  const terms: string[] = [];
  const visible = (term: string, at: number) =>
    terms.push(`${[...term].map((one) => (one < ' ' ? `<${one.charCodeAt(0)}>` : one)).join('')}@${at}`);
  tokenise(text, 0, { term: visible, character: visible });
  return terms;
}

describe('tokenise › when a text mixes Chinese, letters and digits', () => {
  it('gives characters, neighbours, runs, the beginnings of runs, and what stands beside a run', () => {
    expect(termsOf('税务12号')).toEqual([
      '税@0',
      '务@1',
      '税务@0',
      '务0@1',
      '=12@2',
      '~<2>12@2',
      '号@4',
      '0号@4',
    ]);
  });

  it('tells a run after a blank from one that follows something else', () => {
    expect(termsOf('1 a')).toEqual(['=1@0', '-a@2']);
    expect(termsOf('1 ab')).toEqual(['=1@0', '-ab@2', '^<2>ab@2']);
  });

  it.each([
    ['1', []],
    ['12', ['12']],
    ['123', ['12']],
    ['12345678', ['12', '1234', '123456', '12345678']],
    ['1234567890', ['12', '1234', '123456', '12345678']],
    ['12345678901', ['12', '1234', '123456', '12345678', '1234567890']],
  ])('keeps how the run %s begins, a short one as its own beginning too', (run, beginnings) => {
    const terms = beginnings.map((one) => `~<${one.length}>${one}@0`);
    expect(termsOf(run)).toEqual([`=${run}@0`, ...terms]);
  });

  it('compares the first 64 units of a run', () => {
    expect(termsOf('7'.repeat(70))[0]).toBe(`=${'7'.repeat(64)}@0`);
  });
});

describe('findWord › when a word begins with digits or letters', () => {
  it('does not find it in the middle of a run, but finds how a run begins', () => {
    expect(findWord('第2024号', '024')).toBe(-1);
    expect(findWord('第2024号', '202')).toBe(1);
    expect(findWord('12024 202', '202')).toBe(6);
  });
});

describe('probesOfPhrase › when a query is long', () => {
  it('asks for half as many terms as it has characters', () => {
    expect(probesOfPhrase('最高人民法院关于适用')).toHaveLength(5);
    expect(probesOfPhrase('行政法')).toHaveLength(2);
  });
});

describe('probesOfPhrase › when a word ends with digits or letters', () => {
  const digits = fc.string({ unit: fc.constantFrom('1', '2'), minLength: 1, maxLength: 14 });
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 14 });
  /** A run and what is typed: mostly how it begins, sometimes more of it, sometimes another one. */
  const pair = fc.oneof(digits, letters).chain((run) => {
    const cut = fc.nat(run.length).map((length) => run.slice(0, length) || run);
    const others = fc.oneof(digits, letters);
    const longer = others.map((more) => run + more).filter((one) => /^(\d+|[a-z]+)$/.test(one));
    return fc.record({ run: fc.constant(run), typed: fc.oneof(cut, cut, longer, others) });
  });

  it('asks for terms that a text has just when its run is what was typed or begins with it', () => {
    let found = 0;
    fc.assert(
      fc.property(pair, fc.constantFrom('', '号', '2 a '), ({ run, typed }, before) => {
        const terms = new Set<string>();
        const text = before.endsWith(' ') && /^[a-z]/.test(run) ? before.trimEnd() + run : before + run;
        tokenise(text, 0, { term: (term) => terms.add(term), character: () => {} });
        const keys = probesOfPhrase(typed).flatMap((probe) => probe.keys);
        const isAsked = keys.some(({ key, isPrefix }) =>
          isPrefix ? [...terms].some((term) => term.startsWith(key)) : terms.has(key),
        );
        const runs = text.match(/\d+|[a-z]+/g) ?? [];
        const isThere = runs.some((one) => one.startsWith(typed));
        expect(isAsked, `${typed} in ${text}`).toBe(isThere);
        if (isThere) found++;
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('wants a run inside a word whole', () => {
    const keys = probesOfPhrase('12号').map((probe) => probe.keys.map(({ key }) => key));
    expect(keys).toEqual([['=12', '-12'], ['0号']]);
  });
});

describe('parseQuery › when a visitor types', () => {
  it.each([
    ['blanks of any width separate words', '湿地　保护 条例', ['湿地', '保护', '条例']],
    ['a word counts once', '税务 税务', ['税务']],
    ['signs alone are no word', '《 》', []],
    ['only the first hundred characters count', '税'.repeat(150), ['税'.repeat(100)]],
  ])('%s', (_what, typed, words) => {
    expect(parseQuery(typed).words.map((word) => word.text)).toEqual(words);
  });

  it('keeps the digits of a number written in Chinese numerals beside it', () => {
    expect(parseQuery('第十二号').words).toEqual([{ text: '第十二号', counted: '第12号' }]);
  });
});

describe('dateCode › when dates are known to different precision', () => {
  it('sorts as their texts do, no date lowest, and gives back the year', () => {
    const dates = [null, '1999', '1999-01', '1999-01-01', '1999-12-31', '2000', '2024-02-29'];
    const codes = dates.map(dateCode);
    expect([...codes].sort((a, b) => a - b)).toEqual(codes);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.map(yearNumber)).toEqual([0, 1999, 1999, 1999, 1999, 2000, 2024]);
  });
});
