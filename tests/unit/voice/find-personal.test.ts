// What anonymous words must not hold: found however it is put between other words, and honest words let through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonal } from '#shared/voice/find-personal.ts';

const honest = [
  '养老院收费标准',
  '公交',
  '廉租房',
  '希望公开房价和车位的收费标准',
  '本人对办事大厅的服务很满意',
  '我是高中学生，找不到学区划分',
  '办公室主任没有答复，分管局长应当公开',
  '幼儿园老师、社区医生和物业经理都很好',
  '请村书记公开账目',
  '第20、21、22、23条',
  '2021、2022、2023年的预算',
  '2024-03-01公布的，到2025年12月31日为止',
  '渚政规〔2026〕9号',
  '排了3个小时，12号窗口没有人',
  '100万元以上的补贴怎么公开',
];

describe('words that name nobody › when they are looked at', () => {
  it.each(honest)('%s › it lets them through', (words) => {
    expect(findPersonal(words)).toBeNull();
  });

  it('any two of them in a row › it still lets them through', () => {
    fc.assert(
      fc.property(fc.constantFrom(...honest), fc.constantFrom(...honest), (one, other) => {
        expect(findPersonal(`${one}。${other}`)).toBeNull();
      }),
    );
  });
});

const digit = fc.constantFrom(...'0123456789');
const surrounding = fc.constantFrom('', '请打', '，', '座椅太少。', '希望公开水费，', '（', 'A座');
/** The same digits as people write them to be read by people. */
const writings: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => [...digits].join(' '),
  (digits) => [...digits].join('-'),
  (digits) => [...digits].join(' . '),
  (digits) => digits.replace(/(.{3})(.{4})/u, '$1 $2 '),
  (digits) => digits.replace(/\d/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  (digits) => digits.replace(/\d/gu, (one) => '零一二三四五六七八九'.charAt(Number(one))),
  (digits) => digits.replace(/\d/gu, (one) => '〇壹贰叁肆伍陆柒捌玖'.charAt(Number(one))),
];

describe('a long number › when it stands anywhere in words, however it is written', () => {
  it('is found, and its place lies within the words', () => {
    const phone = fc
      .tuple(fc.constantFrom('13', '15', '18', '19'), fc.array(digit, { minLength: 9, maxLength: 9 }))
      .map(([start, rest]) => start + rest.join(''));
    fc.assert(
      fc.property(
        phone,
        fc.constantFrom(...writings),
        surrounding,
        surrounding,
        (digits, write, before, after) => {
          const words = before + write(digits) + after;
          const found = findPersonal(words);
          expect(found, words).not.toBeNull();
          expect(found?.start).toBeGreaterThanOrEqual(0);
          expect(found?.end).toBeLessThanOrEqual(words.length);
          expect(found?.end).toBeGreaterThan(found?.start ?? 0);
        },
      ),
    );
  });

  it('of seven digits or more that is no date › is refused whatever it counts', () => {
    const number = fc
      .array(digit, { minLength: 7, maxLength: 20 })
      .map((digits) => digits.join(''))
      .filter((digits) => !/(?:19|20)\d\d/u.test(digits));
    fc.assert(
      fc.property(number, surrounding, (digits, before) => {
        expect(findPersonal(`${before}${digits}元`)).not.toBeNull();
      }),
    );
  });

  it('an ID number › is found with and without its check letter', () => {
    for (const id of ['11010519491231002X', '110105194912310029', '110105 19491231 002x'])
      expect(findPersonal(`证件${id}`)).not.toBeNull();
  });
});

describe('words that tell who somebody is › when they are looked at', () => {
  const telling = [
    ['我叫王小明', 'name'],
    ['窗口的王主任态度不好', 'name'],
    ['李建国科长没有答复', 'name'],
    ['张先生的问题', 'name'],
    ['姓名：欧阳明华', 'name'],
    ['住在幸福小区3号楼2单元501室', 'address'],
    ['家住清源街道和平村5组', 'address'],
    ['微信号abc12345', 'contact'],
    ['请写信到someone@example.com', 'contact'],
    ['电话0999-5550123', 'phone'],
  ] as const;
  it.each(telling)('%s › it says %s', (words, reason) => {
    const found = findPersonal(words);
    expect(found).not.toBeNull();
    if (reason !== 'phone') expect(found?.reason).toBe(reason);
  });

  it.each(telling)('%s › it is found after other words too', (words) => {
    expect(findPersonal(`大厅的座椅太少，${words}。`)).not.toBeNull();
  });
});

describe('any text at all › when it is looked at', () => {
  it('is judged without failing, and with a place within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const found = findPersonal(words);
        if (found === null) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});
