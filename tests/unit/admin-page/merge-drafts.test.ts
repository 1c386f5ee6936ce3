// Two people's changes to one record come together without losing a word of either.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDrafts } from '#admin-page/state/merge-drafts.ts';
import { isSameBody } from '#admin-page/state/same-body.ts';
import { isSameValue } from '#admin-page/state/same-value.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { documentInput } from '#tests/support/temp-desk.ts';

const base = documentInput('a-1', { title: '原题', summary: '原概述', keywords: ['一'] });

describe('mergeDrafts › when two people changed one record', () => {
  it('and touched different fields › it holds both, without a choice to make', () => {
    const merged = mergeDrafts(base, { ...base, title: '我的' }, { ...base, summary: '他们的' });
    expect(merged.content).toEqual({ ...base, title: '我的', summary: '他们的' });
    expect(merged.clashes).toEqual([]);
  });

  it('and both changed a field › it holds mine and names the field', () => {
    const merged = mergeDrafts(base, { ...base, title: '我的' }, { ...base, title: '他们的' });
    expect(merged.content.title).toBe('我的');
    expect(merged.clashes).toEqual(['title']);
  });

  it('and both wrote the same › it makes nobody choose', () => {
    const same = { ...base, keywords: ['一', '二'] };
    expect(mergeDrafts(base, same, { ...base, keywords: ['一', '二'] }).clashes).toEqual([]);
  });

  it('in whatever way › every change of mine is in the result, and of theirs unless it clashes', () => {
    const change: fc.Arbitrary<Partial<RecordInput>> = fc.record(
      { title: fc.string(), summary: fc.string(), docNo: fc.option(fc.string()), bodyHtml: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, change, (mine, theirs) => {
        const { content, clashes } = mergeDrafts(base, { ...base, ...mine }, { ...base, ...theirs });
        for (const key of Object.keys(content) as (keyof RecordInput)[]) {
          const mineNow = { ...base, ...mine }[key];
          const theirsNow = { ...base, ...theirs }[key];
          if (!isSameValue(mineNow, base[key])) expect(content[key]).toEqual(mineNow);
          else expect(content[key]).toEqual(theirsNow);
          const isClash = ![mineNow, theirsNow].some((value) => isSameValue(value, base[key]));
          expect(clashes.includes(key)).toBe(isClash && !isSameValue(mineNow, theirsNow));
        }
      }),
    );
  });
});

describe('isSameValue › when two values are compared', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
    ['', null, false],
  ])('%j and %j › it says %s', (a, b, isSame) => {
    expect(isSameValue(a, b)).toBe(isSame);
    expect(isSameValue(b, a)).toBe(isSame);
  });
});

describe('isSameBody › when two writings of a body are compared', () => {
  it.each([
    [
      'what the editor wraps',
      '<table><tr><td>甲</td></tr></table>',
      '<table><tbody><tr><td colspan="1"><p>甲</p></td></tr></tbody></table>',
      true,
    ],
    ['empty paragraphs', '<p>甲</p>', '<p>甲</p><p></p>', true],
    [
      'what a link says about itself',
      '<a href="https://e.org" rel="nofollow">甲</a>',
      '<a href="https://e.org">甲</a>',
      true,
    ],
    ['another address', '<a href="https://e.org">甲</a>', '<a href="https://f.org">甲</a>', false],
    [
      'another picture',
      '<img src="data:image/png;base64,AA">',
      '<img src="data:image/png;base64,BB">',
      false,
    ],
    ['other words', '<p>甲</p>', '<p>乙</p>', false],
    ['another heading', '<h2>甲</h2>', '<h3>甲</h3>', false],
  ])('that differ in %s › it tells them apart or not', (_what, a, b, isSame) => {
    expect(isSameBody(a, b)).toBe(isSame);
  });
});
