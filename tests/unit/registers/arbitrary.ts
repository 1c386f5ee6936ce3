// Made-up codes, numbers and names for property tests, valid by their check characters and nobody's own.
import fc from 'fast-check';
import { creditCheckCharacter, organisationCheckCharacter } from '#shared/registers/credit-code.ts';
import { idCheckCharacter } from '#shared/registers/id-number.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Credit codes of the impossible region 000000. */
export const creditCodes = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12'),
    fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }),
  )
  .map(([head, serial]) => {
    const organisation = serial.join('');
    const first = `${head}000000${organisation}${organisationCheckCharacter(organisation)}`;
    return first + creditCheckCharacter(first);
  });

/** Identity numbers of the impossible region 000000. */
export const idNumbers = fc
  .tuple(
    fc.integer({ min: 1940, max: 2015 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([year, month, day, serial]) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const first = `000000${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    return first + idCheckCharacter(first);
  });

/** Mobile numbers, and those of towns with their area code. */
export const phoneNumbers = fc.oneof(
  fc
    .tuple(fc.constantFrom('138', '159', '186'), fc.integer({ min: 0, max: 99_999_999 }))
    .map(([head, rest]) => head + String(rest).padStart(8, '0')),
  fc
    .tuple(fc.constantFrom('0600-', '010-', '0600', ''), fc.integer({ min: 2_000_000, max: 89_999_999 }))
    .map(([area, rest]) => area + String(rest)),
);

const surnames = ['张', '王', '李', '欧阳', '司马', '赵', '陈'];
const given = [...'明华芳磊静涛敏杰丽强秀英建国志文海燕'];

/** Names of persons in two to four characters. */
export const personNames = fc
  .tuple(fc.constantFrom(...surnames), fc.array(fc.constantFrom(...given), { minLength: 1, maxLength: 2 }))
  .map(([surname, rest]) => surname + rest.join(''));

/** Addresses down to a door, as people write them. */
export const addresses = fc
  .tuple(
    fc.constantFrom('澜州市明渚区', '明渚区', ''),
    fc.constantFrom('书台街道明德路', '石笕镇竹溪村', '鹤汀街道惠民新村', '渡船路', '长堰街道纺织巷'),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom('号', '号3栋2单元501室', '组', '-2号'),
  )
  .map(([county, street, number, rest]) => `${county}${street}${number}${rest}`);
