// What changed between two versions: applied to the old it gives the new, and it says no more than a reader needs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changesMediaType,
  compareVersions,
  listedAttachments,
  parseChanges,
} from '#shared/changes/changes-file.ts';
import { diffParagraphs, type ParagraphChange } from '#shared/changes/diff-paragraphs.ts';
import { diffSequences } from '#shared/changes/diff-sequences.ts';
import { diffWords, type Stretch } from '#shared/changes/diff-words.ts';

const side = (stretches: readonly Stretch[], without: 'remove' | 'add') =>
  stretches
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join('');

function paragraphsOf(changes: readonly ParagraphChange[], gone: 'removed' | 'added'): string[] {
  return changes.flatMap((change) => {
    if (change.type === 'same') return change.paragraphs;
    if (change.type === 'changed') return [side(change.stretches, gone === 'removed' ? 'remove' : 'add')];
    return change.type === gone ? [] : [change.text];
  });
}

const words = fc.string({
  unit: fc.constantFrom('甲', '乙', '丙', '。', '1', '2', '.', 'a', 'b', ' '),
  maxLength: 40,
});

test('sequences › whatever they are › what is kept and removed is the old, kept and added the new, and it is shortest', () => {
  const items = fc.array(fc.constantFrom(1, 2, 3, 4), { maxLength: 30 });
  fc.assert(
    fc.property(items, items, (before, after) => {
      const edits = diffSequences(before, after);
      const all = (without: string) =>
        edits.filter(({ type }) => type !== without).flatMap((edit) => edit.items);
      expect(all('add')).toEqual(before);
      expect(all('remove')).toEqual(after);
      const kept = edits
        .filter(({ type }) => type === 'keep')
        .reduce((sum, edit) => sum + edit.items.length, 0);
      expect(kept).toBe(longestCommon(before, after));
    }),
  );
});

function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const item of a) {
    const next = [0];
    for (let at = 0; at < b.length; at += 1)
      next.push(item === b[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

test('paragraphs and words › whatever they are › both versions can be read back from the changes', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const stretches = diffWords(before, after);
      expect(side(stretches, 'add')).toBe(before);
      expect(side(stretches, 'remove')).toBe(after);
    }),
  );
  const texts = fc.array(words, { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const changes = diffParagraphs(before, after);
      expect(paragraphsOf(changes, 'added')).toEqual(before);
      expect(paragraphsOf(changes, 'removed')).toEqual(after);
    }),
  );
});

test('sequences › when all is different and long › it ends, with one gone and the other come', () => {
  const before = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
  const after = Array.from({ length: 5_000 }, (_, index) => `b${index}`);
  expect(diffSequences(before, after).map(({ type }) => type)).toEqual(['remove', 'add']);
});

test('versions › when one figure changed and one article came › that is what is told, the rest is folded', () => {
  const before = [
    '标题',
    '第一条　为了公开。',
    '第二条　应当在15个工作日内答复。',
    '第三条　不收费。',
    '第四条　自印发之日起施行。',
  ];
  const after = [
    '标题',
    '第一条　为了公开。',
    '第二条　应当在20个工作日内答复。',
    '第三条　不收费。',
    '第四条　可以当面查阅。',
    '第五条　自印发之日起施行。',
  ];
  const changes = compareVersions(
    { version: 1, date: '2024-01-01', lines: before },
    { version: 2, date: '2025-01-01', lines: after },
  );
  expect(changes?.blocks).toEqual([
    { type: 'same', count: 2, last: '第一条　为了公开。' },
    {
      type: 'changed',
      stretches: [
        { type: 'keep', text: '第二条　应当在' },
        { type: 'remove', text: '15' },
        { type: 'add', text: '20' },
        { type: 'keep', text: '个工作日内答复。' },
      ],
    },
    { type: 'same', count: 1, last: '第三条　不收费。' },
    { type: 'added', text: '第四条　可以当面查阅。' },
    {
      type: 'changed',
      stretches: [
        { type: 'keep', text: '第' },
        { type: 'remove', text: '四' },
        { type: 'add', text: '五' },
        { type: 'keep', text: '条　自印发之日起施行。' },
      ],
    },
  ]);
  expect(changes?.counts).toEqual({ added: 1, removed: 0, changed: 2 });
  expect(parseChanges(JSON.stringify(changes))).toEqual(changes);
});

test('versions › when a visitor would see no difference, or too much of it › nothing or only the counts are told', () => {
  const same = { version: 1, date: null, lines: ['一'] };
  expect(compareVersions(same, { ...same, version: 2 })).toBe(null);
  const long = Array.from(
    { length: 3_000 },
    (_, index) => `第 ${index} 段，和原来完全不一样的一段很长的话。`,
  );
  const changes = compareVersions(same, { version: 2, date: null, lines: long });
  expect(changes?.blocks).toEqual([]);
  expect(changes?.counts).toEqual({ added: 3000, removed: 1, changed: 0 });
});

test('versions › when what went is the number of a person › it is not shown again', () => {
  const before = { version: 1, date: null, lines: ['标题', '张某，110101199001011234，手机 13800000000。'] };
  const changes = compareVersions(before, {
    version: 2,
    date: null,
    lines: ['标题', '张某，身份证号略，手机略。'],
  });
  expect(JSON.stringify(changes)).not.toMatch(/1101|1380/);
  expect(changes?.blocks).toEqual([]);
});

test('file of changes › when it is damaged or another › it is none; it is not listed among the attachments', () => {
  for (const text of ['', '{}', '[]', 'null', '{"format":2}', '{"format":1,"blocks":[{"type":"x"}]}'])
    expect(parseChanges(text)).toBe(null);
  const file = { sha256: 'a', name: 'x', mediaType: changesMediaType, bytes: 1 };
  const other = { ...file, mediaType: 'text/plain' };
  expect(listedAttachments({ attachments: [file, other] })).toEqual([other]);
});
