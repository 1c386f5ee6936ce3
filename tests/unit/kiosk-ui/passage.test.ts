// What of a hit travels to the record's screen, so that it opens where the words were found.
import { expect, test } from 'vitest';
import { hitUrl, parsePassage, passageOf } from '#kiosk/state/passage.ts';
import type { SearchHit } from '#shared/search/types.ts';
import { makeRecord } from '#tests/support/catalogue-records.ts';

const body = { parts: 3, characters: 60_000 };

function hit(text: string, ranges: [number, number][], record = {}): SearchHit {
  return {
    record: makeRecord({ id: 'r 1', summary: '概述', body, ...record }),
    score: 1,
    titleRanges: [],
    snippet: { text, ranges },
  };
}

test('passage › when the snippet is from the body › it goes with the address and comes back', () => {
  const found = hit('…第二百六十条　公开机构 应当在二十个工作日内送达，公开机构…', [
    [8, 12],
    [26, 30],
  ]);
  const url = hitUrl(found);
  expect(url).toMatch(/^\/record\/r%201\?q=/);
  expect(parsePassage(url)).toEqual(passageOf(found));
  expect(passageOf(found)).toEqual({
    near: '第二百六十条公开机构应当在二十个工作日内送达，公开',
    at: 6,
    words: ['公开机构'],
  });
});

test.each([
  ['there is no snippet', { ...hit('', []), snippet: null }],
  ['nothing in it is marked', hit('公开机构', [])],
  ['it is from the summary', hit('…概述…', [[1, 3]])],
  ['the record has no body', hit('公开机构', [[0, 2]], { body: null })],
])('passage › when %s › the address is the plain one', (_what, found) => {
  expect(passageOf(found)).toBeNull();
  expect(hitUrl(found)).toBe('/record/r%201');
});

test('passage › when the address carries only words › it asks for their first occurrence', () => {
  expect(parsePassage('/record/a?q=公开')).toEqual({ near: '', at: 0, words: ['公开'] });
});

test('passage › when an address is made by hand › it is held to its bounds', () => {
  expect(parsePassage('/record/a')).toBeNull();
  expect(parsePassage('/record/a?q=')).toBeNull();
  expect(parsePassage(`/record/a?q=${'x'.repeat(61)}`)).toBeNull();
  const many = Array.from({ length: 30 }, (_, at) => `q=w${at}`).join('&');
  expect(parsePassage(`/record/a?${many}&near=${'n'.repeat(999)}&at=-4`)).toMatchObject({
    at: 0,
    words: ['w0', 'w1', 'w2', 'w3', 'w4'],
    near: 'n'.repeat(92),
  });
});
