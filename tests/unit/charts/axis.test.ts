// Axes in round steps: whatever the figures are, they lie on it, and it begins at nothing.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundAxis, shareOnAxis } from '#shared/charts/axis.ts';
import { figureText, shareText, shortFigure } from '#shared/charts/figure-text.ts';

const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => Number(value.toPrecision(6)));

test('axis › when any figures are given › it holds them and nothing, in few equal steps', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 40 }), (values) => {
      const { least, most, ticks } = roundAxis(values);
      for (const value of [0, ...values]) {
        expect(shareOnAxis(value, { least, most })).toBeGreaterThanOrEqual(-1e-9);
        expect(shareOnAxis(value, { least, most })).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(8);
      const steps = ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0));
      for (const step of steps) expect(Math.abs(step / (steps[0] ?? 1) - 1)).toBeLessThan(1e-6);
    }),
  );
});

test('axis › when figures are common ones › its ticks are those a person would write', () => {
  expect(roundAxis([12, 38, 81]).ticks).toEqual([0, 25, 50, 75, 100]);
  expect(roundAxis([0.31, 0.9]).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(roundAxis([-31, 20]).ticks).toEqual([-40, -20, 0, 20]);
  expect(roundAxis([]).ticks).toEqual([0, 1]);
});

test('figures › when written › they keep their digits, and ticks are short in each language', () => {
  expect([0, 1234.5, -31.4, 0.123456].map(figureText)).toEqual(['0', '1,234.5', '-31.4', '0.123456']);
  expect([950, 20_000, 250_000_000].map((value) => shortFigure(value, 'zh-CN'))).toEqual([
    '950',
    '2万',
    '2.5亿',
  ]);
  expect([950, 20_000, 250_000_000].map((value) => shortFigure(value, 'en'))).toEqual(['950', '20k', '250m']);
  expect([shareText(1, 3), shareText(1, 2), shareText(1, 9_000), shareText(0, 9), shareText(0, 0)]).toEqual([
    '33.3%',
    '50%',
    '<0.1%',
    '0%',
    '—',
  ]);
});
