// The processing fee: its boundaries by both bases, against the rule read item by item and page by page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeeBasis, feeBands, feeOf } from '#shared/cases/fees.ts';

/** What the n-th item or page costs, in yuan, straight from 国办函〔2020〕109号. */
function priceOf(basis: FeeBasis, n: number): number {
  if (basis === 'page') return n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40;
  if (n <= 10) return 0;
  return n <= 30 ? 100 : 100 + 100 * Math.ceil((n - 30) / 10);
}

describe('the processing fee › when counted by the item', () => {
  it.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
  ])('%d items in a month › it is %d yuan', (count, yuan) => {
    expect(feeOf('item', count)).toBe(yuan * 100);
  });
});

describe('the processing fee › when counted by the page', () => {
  it.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
  ])('%d pages › it is %d yuan', (count, yuan) => {
    expect(feeOf('page', count)).toBe(yuan * 100);
  });
});

describe('the processing fee › for any count', () => {
  it('it is the sum of what each single item or page costs, and its bands join up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FeeBasis>('item', 'page'),
        fc.integer({ min: 1, max: 700 }),
        (basis, count) => {
          let yuan = 0;
          for (let n = 1; n <= count; n++) yuan += priceOf(basis, n);
          expect(feeOf(basis, count)).toBe(yuan * 100);
          const bands = feeBands(basis, count);
          for (const [at, band] of bands.entries()) {
            expect(band.from).toBe(at === 0 ? (basis === 'item' ? 11 : 31) : (bands[at - 1]?.to ?? 0) + 1);
            expect(band.amountFen).toBe((band.to - band.from + 1) * band.each);
          }
          expect(bands.at(-1)?.to ?? count).toBe(count);
        },
      ),
    );
  });
});
