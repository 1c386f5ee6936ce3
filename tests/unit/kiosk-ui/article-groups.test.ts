// Articles gathered under their chapters for the list of a long law.
import { expect, test } from 'vitest';
import { groupByChapter } from '#kiosk/components/article-sheet.tsx';
import { type BodyMark, joinMarks } from '#kiosk/components/body-articles.ts';
import { pathTo } from '#kiosk/state/catalogue-tree.ts';
import { tree } from '#tests/support/kiosk-fixture/venue.ts';

const mark = (kind: BodyMark['kind'], label: string) => ({ kind, label, element: {} as Element });

test('chapters › when a table of contents names them first › each counts where it stands in the text', () => {
  const marks = [
    mark('chapter', '第一章 总则'),
    mark('chapter', '第二章 公开'),
    mark('chapter', '第一章 总则'),
    mark('article', '第一条'),
    mark('chapter', '第二章 公开'),
    mark('article', '第二条'),
  ];
  const joined = joinMarks(marks);
  expect(joined).toEqual(marks.slice(2));
  expect(groupByChapter(joined).map(({ heading, articles }) => [heading?.label, articles.length])).toEqual([
    ['第一章 总则', 1],
    ['第二章 公开', 1],
  ]);
});

test('chapters › when articles come before any chapter › they stand under none', () => {
  const groups = groupByChapter([mark('article', '第一条'), mark('article', '第二条')]);
  expect(groups.map(({ heading, articles }) => [heading, articles.length])).toEqual([[null, 2]]);
});

test('tree path › when parents form a ring › it still ends', () => {
  const ring = [
    { id: 'a', parentId: 'b', title: 'a', basis: null, order: 0 },
    { id: 'b', parentId: 'a', title: 'b', basis: null, order: 1 },
  ];
  expect(pathTo(ring, 'a').length).toBeLessThanOrEqual(12);
  expect(pathTo(tree, 'n20-5').map((node) => node.title)).toEqual(['法定主动公开内容', '行政许可和办事指南']);
});
