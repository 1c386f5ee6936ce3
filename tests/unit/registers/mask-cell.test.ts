// What is masked cannot be read any more, and organisations keep their names: examples and properties.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskCell } from '#shared/registers/mask-cell.ts';
import { isOrganisationName } from '#shared/registers/mask-person-name.ts';
import { addresses, creditCodes, idNumbers, personNames, phoneNumbers } from './arbitrary.ts';

describe('mask › identity number', () => {
  test.each([
    ['11010519491231002X', '110***********002X'],
    ['110105491231002', '110*********002'],
    ['１１０１０５１９４９１２３１００２Ｘ', '110***********002X'],
    ['110105 19491231 002X', '110***********002X'],
    ['身份证110105194912310021（错号）', '身份证110***********0021（错号）'],
    ['G12345678', 'G******78'],
    ['军字第12345678号', '军字第1*****78号'],
    ['', ''],
  ])('when it is %j › it becomes %j', (text, masked) => {
    expect(maskCell('id-number', text)).toBe(masked);
  });

  test('when the code is that of an organisation › it stays', () => {
    fc.assert(
      fc.property(creditCodes, (code) => {
        expect(maskCell('id-number', code)).toBe(code);
      }),
    );
  });

  test('when a number stands anywhere › its birthday and region are gone and no four digits of it stay but the last', () => {
    fc.assert(
      fc.property(
        idNumbers,
        fc.constantFrom('', '持证人', '身份证：'),
        fc.constantFrom('', '，本区居民'),
        (number, before, after) => {
          const masked = maskCell('id-number', before + number + after);
          expect(masked).not.toContain(number);
          expect(masked).not.toContain(number.slice(6, 14));
          for (let at = 0; at < 14; at++)
            expect(
              masked.includes(number.slice(at, at + 4)) && number.slice(at, at + 4) !== number.slice(14),
            ).toBe(false);
        },
      ),
    );
  });
});

describe('mask › phone', () => {
  test.each([
    ['13800138000', '138****8000'],
    ['+86 138 0013 8000', '+86 138 **** 8000'],
    ['0600-5550153', '0600-5****53'],
    ['5550153', '5****53'],
    ['(0600)5550153', '(0600)5****53'],
    ['13800138000/13900139000', '138****8000/139****9000'],
    ['13800138000 13900139000', '138****8000 139****9000'],
    ['12345', '12345'],
    ['110、95598', '110、95598'],
    ['8012', '****'],
  ])('when it is %j › it becomes %j', (text, masked) => {
    expect(maskCell('phone', text)).toBe(masked);
  });

  test('when numbers stand side by side › none of them can be read', () => {
    fc.assert(
      fc.property(
        fc.array(phoneNumbers, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('、', '/', ' ', '；'),
        (numbers, between) => {
          const masked = maskCell('phone', numbers.join(between));
          for (const number of numbers) expect(masked).not.toContain(number);
        },
      ),
    );
  });
});

describe('mask › person’s name', () => {
  test.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳文', '欧阳*'],
    ['欧阳小文', '欧阳*文'],
    ['张王小三', '张**三'],
    ['阿卜杜拉·买买提', '阿***·**提'],
    ['张', '*'],
    ['张三、李小四', '张*、李*四'],
    ['张小三（已注销）', '张*三（已注销）'],
    ['负责人：张三', '负责人：张*'],
    ['John Smith', 'J*** S****'],
    ['李学会', '李*会'],
    ['', ''],
  ])('when it is %j › it becomes %j', (text, masked) => {
    expect(maskCell('person-name', text)).toBe(masked);
  });

  test.each([
    '明渚区青禾蔬菜专业合作社',
    '澜州听松装饰工程有限公司',
    '渚口老渡口面馆',
    '石笕镇竹溪村村民委员会',
    '明渚区第一小学',
    '区政府',
    '听松（澜州）商贸有限公司',
    '张三小吃店',
    'Blue River Trading Co., Ltd.',
  ])('when a column mixes both and it says %s › the organisation keeps its name', (name) => {
    expect(isOrganisationName(name)).toBe(true);
    expect(maskCell('person-name', name)).toBe(name);
  });

  test('when persons stand beside organisations › only the persons are masked', () => {
    expect(maskCell('person-name', '张小三、澜州听松装饰工程有限公司')).toBe(
      '张*三、澜州听松装饰工程有限公司',
    );
  });

  test('when names are listed › none can be read', () => {
    fc.assert(
      fc.property(
        fc.array(personNames, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('、', '，', '/', '；'),
        (names, between) => {
          const masked = maskCell('person-name', names.join(between));
          for (const name of names) expect(masked).not.toContain(name);
        },
      ),
    );
  });
});

describe('mask › address', () => {
  test.each([
    ['澜州市明渚区书台街道明德路1号', '澜州市明渚区书台街道明德路***'],
    ['明渚区石笕镇竹溪村3组12号', '明渚区石笕镇竹溪村***'],
    ['明渚区石笕镇竹溪村十二组', '明渚区石笕镇竹溪村***'],
    ['明渚区长堰街道纺织巷', '明渚区长堰街道***'],
    ['明渚区', '***'],
    ['107国道旁', '***'],
    ['明渚区听松园A座', '明渚区***'],
    ['', ''],
  ])('when it is %j › it becomes %j', (text, masked) => {
    expect(maskCell('address', text)).toBe(masked);
  });

  test('when it goes down to a door › the number is gone', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const masked = maskCell('address', address);
        expect(masked).not.toContain(address);
        expect(masked).not.toMatch(/\d/u);
      }),
    );
  });
});

describe('mask › whatever the text', () => {
  test('when a column is hidden › nothing is left', () => {
    expect(maskCell('hidden', '病种：感冒')).toBe('');
  });

  test('when a column is not masked › the text stays', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskCell('none', text)).toBe(text);
      }),
    );
  });

  test('when a text is anything at all › its digits never come out longer than a mask leaves them', () => {
    const anything = fc.string({
      unit: fc.constantFrom(...'0123456789１９ -—()（）转aZ张路号X'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(anything, (text) => {
        expect(maskCell('id-number', text)).not.toMatch(/\d{5}/u);
        expect(maskCell('address', text)).not.toMatch(/\d/u);
      }),
    );
  });
});
