// The spans statistics are told for.
import { expect, it } from 'vitest';
import { spanBefore, spanOf, stepPeriod } from '#shared/statistics/period-span.ts';

it.each([
  ['day', '2026-11-26', '2026-11-26', '2026-11-26'],
  ['week', '2026-11-26', '2026-11-23', '2026-11-29'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
  ['year', '2026-11-26', '2026-01-01', '2026-12-31'],
] as const)('%s › of %s › is %s to %s', (period, day, from, to) => {
  expect(spanOf(period, day)).toEqual({ from, to });
});

it('the period before › while this one runs › is held against as many days of it', () => {
  const span = spanOf('month', '2026-11-10');
  expect(spanBefore('month', span, '2026-11-10')).toEqual({ from: '2026-10-01', to: '2026-10-10' });
  expect(spanBefore('month', span, '2026-12-05')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(spanBefore('month', spanOf('month', '2026-03-30'), '2026-03-30').to).toBe('2026-02-28');
});

it('steps › back and forth › come to the neighbours', () => {
  expect(stepPeriod('month', '2026-01-15', -1)).toBe('2025-12-31');
  expect(stepPeriod('week', '2026-11-26', 1)).toBe('2026-11-30');
});
