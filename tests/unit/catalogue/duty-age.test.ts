// A matter updated every so often is called old only when two of its periods have gone by.
import { describe, expect, it } from 'vitest';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { isPastPeriod } from '#shared/catalogue/duty-age.ts';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const every = (period: 'month' | 'quarter' | 'year', times = 1): DeadlineRule => ({
  type: 'frequency',
  times,
  every: period,
  text: '',
});

describe('age of what is public › when the rule has a period', () => {
  it.each([
    [every('month'), '2026-09-30', '2026-11-26', false],
    [every('month'), '2026-09-20', '2026-11-26', true],
    [every('quarter'), '2026-06-30', '2026-11-26', false],
    [every('quarter'), '2026-03-31', '2026-11-26', true],
    [every('quarter', 3), '2026-08-31', '2026-11-26', true],
    [every('year'), '2025', '2026-11-26', false],
    [every('year'), '2024-06', '2026-11-26', true],
  ])('%o with %s on %s › past: %s', (rule, newest, day, isPast) => {
    expect(isPastPeriod(rule, newest, at(day))).toBe(isPast);
  });
});

describe('age of what is public › when nothing can be said', () => {
  it('is not called old', () => {
    expect(isPastPeriod(null, '1999', at('2026-11-26'))).toBe(false);
    expect(isPastPeriod({ type: 'at-once', text: '' }, '1999', at('2026-11-26'))).toBe(false);
    expect(isPastPeriod(every('month'), null, at('2026-11-26'))).toBe(false);
    expect(isPastPeriod(every('month'), '不详', at('2026-11-26'))).toBe(false);
    expect(isPastPeriod(every('month', 0), '1999', at('2026-11-26'))).toBe(false);
  });
});
