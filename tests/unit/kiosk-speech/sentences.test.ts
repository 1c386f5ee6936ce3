// Sentences as they are spoken: cut where people breathe, never too long, nothing lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestSentence, splitSentences } from '#kiosk/speech/sentences.ts';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test('sentences › when Chinese marks end them › closing quotes stay with theirs', () => {
  expect(cut('他说：“可以。”第二天就办了！还有吗？')).toEqual([
    '他说：“可以。”',
    '第二天就办了！',
    '还有吗？',
  ]);
});

test('sentences › when a dot stands within a number or a name › it ends nothing', () => {
  expect(cut('Fee 3.50 yuan. Bring www.example.cn printed.')).toEqual([
    'Fee 3.50 yuan.',
    'Bring www.example.cn printed.',
  ]);
});

test('sentences › when a line holds no letter and no digit › it is not read', () => {
  expect(cut('——\n　·　\n第一条　总则\n')).toEqual(['第一条　总则']);
});

test('sentences › when one is too long › it is cut after a comma', () => {
  const clause = '查阅场所应当提供必要的设备和便利条件，';
  const parts = cut(clause.repeat(12));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.every((part) => part.endsWith('，'))).toBe(true);
});

test('sentences › of any text › none is too long, all are in order, no letter or digit is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const spans = splitSentences(text);
      const lengths = spans.map(({ start, end }) => end - start);
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(longestSentence);
      expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
      const sounds = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
      expect(sounds(spans.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(sounds(text));
    }),
  );
});
