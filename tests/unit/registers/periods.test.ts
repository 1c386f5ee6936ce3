// Which of two times figures are about is the earlier one.
import { describe, expect, it } from 'vitest';
import { isPeriodNamed } from '#shared/registers/period-in-title.ts';
import { comparePeriods } from '#shared/registers/periods.ts';

describe('periods › when two of them are compared', () => {
  it.each([
    ['2025年', '2026年'],
    ['2025年第52周', '2026年第1周'],
    ['2026年第9周', '2026年第47周'],
    ['2026年第二十一周', '2026年第四十七周'],
    ['2026年第十期', '2026年第十二期'],
    ['2026年二季度', '2026年第3季度'],
    ['2026年上半年', '2026年下半年'],
    ['２０２６年９月', '2026年11月'],
  ])('%s comes before %s', (earlier, later) => {
    expect(comparePeriods(earlier, later)).toBeLessThan(0);
    expect(comparePeriods(later, earlier)).toBeGreaterThan(0);
    expect(comparePeriods(later, later)).toBe(0);
  });

  it.each([
    ['2026年', '2026年第47周'],
    ['2026年第47周', '2026年三季度'],
    ['最近一次', '2026年'],
  ])('nothing says which of %s and %s comes first', (one, other) => {
    expect(comparePeriods(one, other)).toBeNull();
  });
});

describe('a title › when it is asked whether it names its period', () => {
  it('the year within it counts, with and without 度', () => {
    expect(isPeriodNamed('明渚区2026年“三公”经费', '2026年度')).toBe(true);
    expect(isPeriodNamed('一周消费投诉排行', '2026年第47周')).toBe(false);
  });
});
