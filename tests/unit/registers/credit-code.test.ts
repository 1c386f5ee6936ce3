// Check characters of credit codes and identity numbers against the standards' own examples, and over all slips.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCreditCode,
  creditCheckCharacter,
  organisationCheckCharacter,
} from '#shared/registers/credit-code.ts';
import { holdsIdNumber, idCheckCharacter, isIdNumber } from '#shared/registers/id-number.ts';
import { creditCodes, idNumbers } from './arbitrary.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('credit code', () => {
  test('when it is the example of the standard › it is valid', () => {
    expect(checkCreditCode('91350100M000100Y43')).toEqual({ state: 'valid' });
  });

  test('when its last character is wrong › it says which one it should be', () => {
    expect(checkCreditCode('91350100M000100Y44')).toEqual({ state: 'wrong-check', expected: '3' });
  });

  test('when only the organisation’s part is wrong › it says so', () => {
    const first = '91350100M000100Y5';
    const code = first + creditCheckCharacter(first);
    expect(checkCreditCode(code)).toEqual({ state: 'wrong-organisation-check', expected: '4' });
  });

  test.each([
    '',
    '123',
    '91350100I000100Y43',
    '91350100m000100y43',
    '91350100M000100Y433',
    '９1350100M000100Y43',
  ])('when it is %j › it is misshapen', (text) => {
    expect(checkCreditCode(text)).toEqual({ state: 'misshapen' });
  });

  test('when one character of a valid code is another › it is always found', () => {
    fc.assert(
      fc.property(creditCodes, fc.nat(17), fc.nat(29), (code, at, step) => {
        const value = alphabet.indexOf(code[at] ?? '');
        const other = alphabet[(value + step + 1) % 31] ?? '';
        fc.pre(other !== code[at]);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(checkCreditCode(wrong).state).not.toBe('valid');
      }),
    );
  });

  test('when an organisation code needs ten as its check › it is written X', () => {
    const found = Array.from({ length: 100 }, (_, serial) => String(serial).padStart(8, '0')).find(
      (serial) => organisationCheckCharacter(serial) === 'X',
    );
    expect(found).toBe('00000006');
  });
});

describe('identity number', () => {
  test('when it is well known as an example › it is recognised, in either case', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('11010519491231002x')).toBe(true);
  });

  test.each(['110105194912310021', '110105194913310022', '11010519491231002', '91350100M000100Y43'])(
    'when it is %j › it is none',
    (text) => {
      expect(isIdNumber(text)).toBe(false);
    },
  );

  test('when it stands within words › it is found; within a longer number it is not', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        expect(idCheckCharacter(number.slice(0, 17))).toBe(number[17]);
        expect(holdsIdNumber(`持证人${number}，住本区`)).toBe(true);
        expect(holdsIdNumber(`订单7${number}3`)).toBe(false);
      }),
    );
  });
});
