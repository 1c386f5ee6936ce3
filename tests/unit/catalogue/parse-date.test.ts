// Dates in the spellings agencies use, impossible ones, and properties over all days.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '#shared/catalogue/parse-date.ts';

const today = '2026-11-20';

describe('date › spellings', () => {
  test.each([
    ['2024-01-15', '2024-01-15'],
    ['2024年04月06日 16:40', '2024-04-06'],
    ['2020-10-10 19:48:26', '2020-10-10'],
    ['2024-01-15T08:00:00.000Z', '2024-01-15'],
    ['二〇二四年一月十五日', '2024-01-15'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['一九九八年十月廿五日', '1998-10-25'],
    ['2024.1.5', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['20240105123000', '2024-01-05'],
    ['2024 年 1 月 5 日', '2024-01-05'],
    ['２０２４年１月５日', '2024-01-05'],
    ['2024年1月5日 星期五', '2024-01-05'],
    ['2024年1月5日印发', '2024-01-05'],
    ['45306', '2024-01-15'],
    ['45306.5', '2024-01-15'],
    ['24-1-5', '2024-01-05'],
    ['98.3.1', '1998-03-01'],
    ['2025', '2025'],
    ['2024年', '2024'],
    ['2024-03', '2024-03'],
    ['2024年3月', '2024-03'],
    ['二〇二四年', '2024'],
    ['2023/2/4 10:00', '2023-02-04'],
    ['公元2024年一月五日', '2024-01-05'],
    ['1704384000000', '2024-01-05'],
    ['1704383999', '2024-01-04'],
  ])('%j is %s', (words, date) => {
    expect(parseDate(words, today)).toEqual({ date, problem: null });
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-13',
    '2024-00-10',
    '1900-02-29',
    '0001-01-01',
    '2024年6月31日',
  ])('%j cannot be', (words) => {
    expect(parseDate(words, today)).toEqual({ date: null, problem: 'impossible' });
  });

  test.each(['昨天', '年底', '12345', '99999', 'abc', '2024-', '1/2'])('%j is no date', (words) => {
    expect(parseDate(words, today)).toEqual({ date: null, problem: 'unreadable' });
  });

  test.each(['', '  ', '无', '-', '——', '/', '暂无'])('%j says nothing', (words) => {
    expect(parseDate(words, today)).toEqual({ date: null, problem: null });
  });
});

describe('date › properties', () => {
  const day = fc.date({ min: new Date('1954-11-01'), max: new Date('2100-12-30'), noInvalidDate: true });

  test('every day in every spelling › it comes out as it went in', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.', '年'), fc.boolean(), (date, separator, isPadded) => {
        const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-');
        const parts = isPadded
          ? [year, month, dayOfMonth]
          : [year, String(Number(month)), String(Number(dayOfMonth))];
        const words = separator === '年' ? `${parts[0]}年${parts[1]}月${parts[2]}日` : parts.join(separator);
        expect(parseDate(words, today).date).toBe(`${year}-${month}-${dayOfMonth}`);
      }),
    );
  });

  test('every day as a spreadsheet number › it comes out as the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 73_000 }), (days) => {
        const expected = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
        expect(parseDate(String(days), today).date).toBe(expected);
      }),
    );
  });

  test('any text › it never throws, and what it calls a date is one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (words) => {
        const { date } = parseDate(words, today);
        if (date !== null) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/u);
      }),
    );
  });
});
