// Numbers as offices write them, exact through every change of unit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupThousands, inUnit, parseAmount, shiftDecimal } from '#shared/registers/parse-amount.ts';

describe('amount › spellings', () => {
  test.each([
    ['2,378.77', '2378.77', null],
    ['１，２３４．５', '1234.5', null],
    ['3.2万元', '3.2', '万元'],
    ['人民币500万元整', '500', '万元'],
    ['￥12.50', '12.50', null],
    ['（12.3）', '-12.3', null],
    ['▲5', '-5', null],
    ['−124.68', '-124.68', null],
    ['+36.67', '36.67', null],
    ['-0.00', '0.00', null],
    ['23.18%', '23.18', '%'],
    ['23.18％', '23.18', '%'],
    ['.5', '0.5', null],
    ['007', '7', null],
    ['1.2E+3', '1200', null],
    ['500万美元', '500', '万美元'],
    ['12 345', '12345', null],
  ])('%j is %s %s', (text, digits, unit) => {
    expect(parseAmount(text)).toEqual({ amount: { digits, unit }, isReadable: true });
  });

  test.each(['', '-', '—', '/', '无', '——'])('%j says nothing', (text) => {
    expect(parseAmount(text)).toEqual({ amount: null, isReadable: true });
  });

  test.each(['约三百', '10-20', '1.2.3', 'abc', '12,34', '《办法》'])('%j is no number', (text) => {
    expect(parseAmount(text)).toEqual({ amount: null, isReadable: false });
  });
});

describe('amount › units', () => {
  test.each([
    ['23787700', '元', '万元', '2378.77'],
    ['2378.77', '万元', '元', '23787700'],
    ['1.5', '亿元', '万元', '15000'],
    ['3.2', '万', '万元', '3.2'],
    ['3.2', '万', '件', '32000'],
    ['-0.5', '千元', '元', '-500'],
    ['5', '‰', '%', '0.5'],
    ['7', null, '万元', '7'],
  ])('%s %s in %s is %s', (digits, unit, wanted, result) => {
    expect(inUnit({ digits, unit }, wanted)).toBe(result);
  });

  test('when money is given for pieces › it cannot be turned into them', () => {
    expect(inUnit({ digits: '5', unit: '万元' }, '件')).toBeNull();
    expect(inUnit({ digits: '5', unit: '万美元' }, '万元')).toBeNull();
  });

  test('when the point is moved and moved back › nothing is lost', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6))
      .map(([whole, places]) => shiftDecimal(String(whole), -places));
    fc.assert(
      fc.property(decimals, fc.integer({ min: -8, max: 8 }), (digits, places) => {
        expect(shiftDecimal(shiftDecimal(digits, places), -places)).toBe(digits);
        expect(parseAmount(digits).amount?.digits).toBe(digits);
      }),
    );
  });

  test('when thousands are grouped › the number can be read again', () => {
    expect(groupThousands('-1234567.8901')).toBe('-1,234,567.8901');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (whole) => {
        expect(parseAmount(groupThousands(String(whole))).amount?.digits).toBe(String(whole));
      }),
    );
  });
});
