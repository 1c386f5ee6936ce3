// Proposes which columns must be masked: by their headings, and by what their cells turn out to hold.
import type { ColumnType, Mask } from '../catalogue/register.ts';
import { type Look, shareOf } from './column-type.ts';
import { checkCreditCode } from './credit-code.ts';
import { holdsIdNumber } from './id-number.ts';
import { isOrganisationName } from './mask-person-name.ts';

const masksByWord: readonly (readonly [RegExp, Mask])[] = [
  [/银行卡|银行账号|账号|卡号|病情|病种|残疾类别|婚姻/u, 'hidden'],
  [/身份证|证件号|公民身份号码/u, 'id-number'],
  [/手机|移动电话/u, 'phone'],
  [/家庭住址|家庭地址|住址|户籍地|户籍地址|居住地址/u, 'address'],
  [
    /姓名|考生|学生|申请人|受益人|户主|经营者|当事人|家长|患者|获奖人|保障对象|救助对象|监护人/u,
    'person-name',
  ],
];

/** People in office are named; everybody else is not, unless staff say so. */
const inOffice = /领导|负责人|责任人|局长|主任|书记|法定代表人|河长|院长|校长|村主任|经办人/u;

/** How a column is masked unless staff decide otherwise. */
export function maskOf({ word, cells }: Look, type: ColumnType): Mask {
  if (shareOf(cells, holdsIdNumber) >= 0.2) return 'id-number';
  if (shareOf(cells, (cell) => /(?<!\d)1[3-9]\d{9}(?!\d)/u.test(cell)) >= 0.3) return 'phone';
  if (inOffice.test(word)) return 'none';
  const byWord = masksByWord.find(([pattern]) => pattern.test(word))?.[1];
  if (byWord === 'id-number' && type === 'code' && shareOf(cells, isCreditCode) >= 0.9) return 'none';
  if (byWord === 'person-name' && shareOf(cells, isOrganisationName) >= 0.95) return 'none';
  return byWord ?? 'none';
}

function isCreditCode(cell: string): boolean {
  return checkCreditCode(cell.trim().toUpperCase()).state === 'valid';
}
