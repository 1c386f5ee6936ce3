// Articles found by number: digits that lead on, what a number names, and numbers as statutes write them.
import { expect, test } from 'vitest';
import {
  articlesNamed,
  inStatuteNumerals,
  nextDigits,
  numberArticles,
} from '#kiosk/components/article-numbers.ts';
import type { BodyMark } from '#kiosk/components/body-articles.ts';
import { formatChineseNumber, parseChineseNumber } from '#shared/catalogue/chinese-number.ts';

const marks: BodyMark[] = ['第一条', '第二条', '第十二条', '第一百二十条', '第一百二十条之一', '第125条'].map(
  (label) => ({ kind: 'article', label, element: {} as Element }),
);
const articles = numberArticles([
  { kind: 'chapter', label: '第三章 监督', element: {} as Element },
  ...marks,
]);

const numbers = articles.map(({ number }) => number);

test('digits › when typed one by one › only those that lead to an article go on', () => {
  expect([...nextDigits(numbers, '')].sort()).toEqual(['1', '2']);
  expect([...nextDigits(numbers, '1')]).toEqual(['2']);
  expect([...nextDigits(numbers, '12')].sort()).toEqual(['0', '5']);
  expect([...nextDigits(numbers, '2')]).toEqual([]);
});

test('number › when articles were inserted after it › it names all of them, and nothing else', () => {
  expect(articlesNamed(articles, '120').map(({ label }) => label)).toEqual([
    '第一百二十条',
    '第一百二十条之一',
  ]);
  expect(articlesNamed(articles, '125').map(({ label }) => label)).toEqual(['第125条']);
  expect(articlesNamed(articles, '3')).toEqual([]);
  expect(articlesNamed(articles, '')).toEqual([]);
});

test('typed words › when they name an article in digits › they are looked for as statutes write them', () => {
  expect(inStatuteNumerals('第32条')).toBe('第三十二条');
  expect(inStatuteNumerals('依照 １１０ 条')).toBe('依照 第一百一十条');
  expect(inStatuteNumerals('12 号')).toBe('12 号');
});

test('Chinese numbers › when written › they read back as the same number', () => {
  expect([1, 10, 11, 20, 100, 101, 110, 111, 1000, 1002, 1020, 1260].map(formatChineseNumber)).toEqual(
    '一 十 十一 二十 一百 一百零一 一百一十 一百一十一 一千 一千零二 一千零二十 一千二百六十'.split(' '),
  );
  for (let value = 1; value < 10_000; value += 1)
    expect(parseChineseNumber(formatChineseNumber(value))).toBe(value);
});
