// Contrast as WCAG 2.2 counts it, against values the standard and its tools publish.
import { expect, test } from 'vitest';
import { accentContrast, contrastRatio, isColour, leastTextContrast } from '#shared/catalogue/contrast.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#FFFFFF', 4.54],
  ['#ff0000', '#ffffff', 4.0],
])('contrast › of %s and %s › is %d, whichever comes first', (one, other, ratio) => {
  expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
  expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
});

test('accent › when it passes on white but not on paper › the worse of the two counts', () => {
  expect(contrastRatio('#767676', '#ffffff')).toBeGreaterThan(leastTextContrast);
  expect(accentContrast('#767676')).toBeLessThan(leastTextContrast);
  expect(accentContrast('#0f5c5c')).toBeGreaterThan(7);
});

test.each(['#fff', 'red', '#12345g', '#1234567', 'rgb(1,2,3)', ''])(
  'colour › when it is “%s” › it is none',
  (text) => {
    expect(isColour(text)).toBe(false);
  },
);
