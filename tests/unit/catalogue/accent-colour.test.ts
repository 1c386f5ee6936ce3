// A venue's accent on a screen: kept where it is legible, darkened where it is not, for any colour there is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentColours, darkenUntilLegible, mixColours } from '#shared/catalogue/accent-colour.ts';
import { accentGrounds, contrastRatio, leastTextContrast } from '#shared/catalogue/contrast.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('accent › colours', () => {
  test('when the product’s own colour is given › it stays as it is', () => {
    expect(accentColours('#0f5c5c')?.window).toBe('#0f5c5c');
  });

  test('when a yellow is given › it is darkened to the lightest shade that can be read', () => {
    const { window = '' } = accentColours('#ffd400') ?? {};
    expect(window).toBe('#877000');
    expect(contrastRatio(window, accentGrounds[0])).toBeLessThan(leastTextContrast + 0.6);
  });

  test('when it is no colour › there is none', () => {
    expect(accentColours('teal')).toBeNull();
    expect(accentColours('#0f5c5')).toBeNull();
  });

  test('of any colour › text is legible on every ground it stands on, and white on it, pressed or not', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const colours = accentColours(accent);
        if (!colours) throw new Error(`no colours of ${accent}`);
        const { window, pressed, tint } = colours;
        for (const ground of [...accentGrounds, tint]) {
          expect(contrastRatio(window, ground)).toBeGreaterThanOrEqual(leastTextContrast);
        }
        expect(contrastRatio(pressed, '#ffffff')).toBeGreaterThanOrEqual(leastTextContrast);
        expect(contrastRatio('#1d2327', colours.found)).toBeGreaterThanOrEqual(leastTextContrast);
      }),
    );
  });
});

test('mixing › with nothing or all of the other › gives the one or the other', () => {
  expect(mixColours('#123456', '#ffffff', 0)).toBe('#123456');
  expect(mixColours('#123456', '#ffffff', 1)).toBe('#ffffff');
  expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('darkening › when even black is illegible › it ends in black', () => {
  expect(darkenUntilLegible('#333333', ['#000000'])).toBe('#000000');
});
