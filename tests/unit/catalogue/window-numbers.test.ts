// The windows a guide's words name.
import { expect, it } from 'vitest';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import { windowKey, windowNumbersOf, windowsNamed } from '#shared/catalogue/window-numbers.ts';

it.each([
  ['3号窗口', ['3']],
  ['二楼 12、13 号窗口', ['12', '13']],
  ['一楼综合受理 5-8号窗口', ['5', '6', '7', '8']],
  ['A03～A05窗口', ['A3', 'A4', 'A5']],
  ['３号窗口', ['3']],
  ['3楼12号窗口', ['12']],
  ['服务大厅', []],
  ['2024年设立', []],
])('windows › when a guide says “%s” › they are %o', (text, numbers) => {
  expect([...windowNumbersOf(text)]).toEqual(numbers);
});

it('windows › when numbers are written in other ways › they are the same', () => {
  expect([windowKey('03'), windowKey('3号'), windowKey('a03')]).toEqual(['3', '3', 'A3']);
});

it('windows › when the plan has them › they are found on it', () => {
  expect(windowsNamed(sampleHall, '二楼12-13号窗口').map(({ id }) => id)).toEqual(['w12', 'w13']);
  expect(windowsNamed(sampleHall, '99号窗口')).toEqual([]);
});
