// Where the round goes on when pages come, go and change between two turns.
import { describe, expect, test } from 'vitest';
import { indexOf, nextIndex, noticeKey } from '#kiosk/screen/page-order.ts';
import type { WallNotice } from '#kiosk/screen/wall-content.ts';
import type { WallPage } from '#kiosk/screen/wall-page.ts';
import { makeRecord } from '#tests/support/kiosk-fixture/fixture-records.ts';

const notices = ['甲', '乙', '丙', '丁'].map((title): WallNotice => {
  return { record: makeRecord('notice', title, 1).record, paragraphs: [] };
});
const [first, second, third, fourth] = notices as [WallNotice, WallNotice, WallNotice, WallNotice];

function pageOf(notice: WallNotice, part = 1): WallPage {
  const main = {
    type: 'notice',
    notice,
    paragraphs: [],
    part,
    parts: 2,
    isCut: false,
    size: 'usual',
  } as const;
  return { split: 'side', main, side: null, seconds: 12 };
}
const pagesOf = (...shown: readonly WallNotice[]) => shown.map((notice) => pageOf(notice));
const at = (pages: readonly WallPage[], index: number) => ({ page: pages[index] ?? pageOf(first), index });
const keys = (...known: readonly WallNotice[]) => new Set(known.map(noticeKey));

describe('page order › the next page', () => {
  const pages = pagesOf(first, second, third);

  test('begins with the first, goes on, and begins again', () => {
    expect(nextIndex(pages, null, null)).toBe(0);
    expect(nextIndex(pages, at(pages, 0), null)).toBe(1);
    expect(nextIndex(pages, at(pages, 2), null)).toBe(0);
  });

  test('parts of one notice follow each other', () => {
    const parts = [pageOf(first, 1), pageOf(first, 2), pageOf(second)];
    expect(nextIndex(parts, at(parts, 0), null)).toBe(1);
    expect(nextIndex(parts, at(parts, 1), null)).toBe(2);
  });

  test('a new notice goes first wherever it stands', () => {
    const after = pagesOf(first, second, fourth, third);
    expect(nextIndex(after, at(pages, 0), keys(first, second, third))).toBe(2);
  });

  test('a notice in a new version is news', () => {
    const changed = { ...second, record: { ...second.record, version: 2 } };
    expect(nextIndex(pagesOf(first, changed, third), at(pages, 2), keys(...notices))).toBe(1);
  });

  test('a release without news goes on after the page that was shown', () => {
    expect(nextIndex(pagesOf(second, third), at(pages, 1), keys(...notices))).toBe(1);
  });

  test('a page that is gone makes room for the one after it', () => {
    expect(nextIndex(pagesOf(first, third), at(pages, 1), keys(...notices))).toBe(1);
    expect(nextIndex(pagesOf(first), at(pages, 2), keys(...notices))).toBe(0);
  });
});

describe('page order › the same page', () => {
  test('is found again, or the last one there is', () => {
    const pages = pagesOf(first, second, third);
    expect(indexOf(pagesOf(third, first), at(pages, 2))).toBe(0);
    expect(indexOf(pagesOf(first), at(pages, 2))).toBe(0);
  });
});
