// Which of the searches of somebody who types are one search.
import { expect, it } from 'vitest';
import { settleSearches, type VisitNote } from '#shared/statistics/visit-notes.ts';

const search = (at: number, subject: string, found = 3): VisitNote => ({
  what: 'search',
  at,
  subject,
  found,
});
const words = (notes: readonly VisitNote[]) => settleSearches(notes).map((one) => one.words);

it('typing › when words grow and shrink slowly › it is one search, at its last form', () => {
  expect(
    words([search(0, '低'), search(9_000, '低保'), search(30_000, '低'), search(60_000, '低保户')]),
  ).toEqual(['低保户']);
});

it('typing › when letters turn into words at once › the words count, the letters do not', () => {
  expect(words([search(0, 'sbk'), search(1_500, '社保卡')])).toEqual(['社保卡']);
});

it('searching › when other words come after a pause › they are two searches', () => {
  expect(words([search(0, '低保'), search(10_000, '落户')])).toEqual(['低保', '落户']);
});

it('searching › when something was opened between › the same words are searched twice', () => {
  const opened: VisitNote = { what: 'opened', at: 500, subject: 'r1', kind: 'document' };
  expect(words([search(0, '低保'), opened, search(900, '低保')])).toEqual(['低保', '低保']);
});

it('searching › touches and aids between › do not part the typing', () => {
  expect(words([search(0, '低'), { what: 'mode.elder', at: 10 }, search(20, '低保')])).toEqual(['低保']);
});

it('finding nothing › is told of the last form alone', () => {
  expect(settleSearches([search(0, '低', 9), search(100, '低保法', 0)])).toEqual([
    { words: '低保法', hasFound: false, at: 100 },
  ]);
});
