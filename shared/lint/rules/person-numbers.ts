// Numbers that belong to one person: identity cards, bank cards, mobile phones, phones at home.

import { checkCreditCode } from '../../registers/credit-code.ts';
import { isIdNumber } from '../../registers/id-number.ts';
import { type DigitRun, digitRuns } from '../digit-runs.ts';
import { holdsPersonName } from '../person-names.ts';
import type { Objection, Rule } from '../rule.ts';
import type { SectionText } from '../section-text.ts';

type Judge = (run: DigitRun, text: SectionText) => Omit<Objection, 'start' | 'end' | 'value'> | null;

/** Asked in this order for each stretch of digits, longest stretch first. */
const judges: readonly Judge[] = [judgeIdNumber, judgeBankCard, judgeOldIdNumber, judgeMobile, judgeLandline];

/** Every number of a person; a digit belongs to one finding only. */
export const findPersonNumbers: Rule = function* (text) {
  let taken = 0;
  for (const run of digitRuns(text.text)) {
    if (run.start < taken) continue;
    for (const judge of judges) {
      const judged = judge(run, text);
      if (judged === null) continue;
      yield { ...judged, start: run.start, end: run.end, value: run.digits };
      taken = run.end;
      break;
    }
  }
  yield* findSpelledNumbers(text);
};

const idLabel = /身份证|证件号|公民身份|身份号|居民证|学籍号|证号码|社会保障号/u;
const otherNumber =
  /统一社会|信用代码|税号|税务登记|组织机构|编号|编码|代码|文号|索引|案号|许可证|备案|条码|订单|流水|合同|项目|招标|批次|ISBN|ISSN|专利|货号|账户名|户名/iu;
const region = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/u;
const idShape = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u;

/** Whether letters or further digits adjoin, so that this is a part of something longer. */
function isPart({ start, end }: DigitRun, text: SectionText): boolean {
  const before = text.text[start - 1] ?? '';
  const after = text.text[end] ?? '';
  if (/[0-9A-Za-z]/u.test(after)) return true;
  return (
    /[0-9A-Za-z]/u.test(before) && !/(?:^|[^0-9A-Za-z])[GLgl]$/u.test(text.text.slice(0, start).slice(-2))
  );
}

/** GB 11643. One with a wrong check character counts where the words around say what it is. */
function judgeIdNumber(run: DigitRun, text: SectionText): ReturnType<Judge> {
  if (run.digits.length !== 18 || isPart(run, text)) return null;
  if (run.hasLineBreak && run.groups.length !== 2) return null;
  const isLabelled = idLabel.test(text.before(run) + text.headOf(run));
  const isSound = isIdNumber(run.digits);
  if (!isSound && !(isLabelled && idShape.test(run.digits))) return null;
  const isCode = checkCreditCode(run.digits).state === 'valid' && otherNumber.test(text.before(run, 16));
  return isCode && !isLabelled ? null : { rule: 'id-number', severity: 'must-answer' };
}

/** Numbers of the first generation: fifteen digits with a birthday of the last century. */
function judgeOldIdNumber(run: DigitRun, text: SectionText): ReturnType<Judge> {
  if (run.digits.length !== 15 || run.hasLineBreak || isPart(run, text)) return null;
  if (!/^\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/u.test(run.digits)) return null;
  const near = text.before(run, 20) + text.headOf(run);
  if (idLabel.test(near)) return { rule: 'id-number', severity: 'must-answer' };
  if (!region.test(run.digits) || otherNumber.test(near) || /账|卡号|电话/u.test(near)) return null;
  return { rule: 'id-number', severity: 'must-answer' };
}

const cardLabel = /银行卡|卡号|一卡通|借记卡|储蓄卡|信用卡|存折|社保卡|工资卡|补贴账|惠农卡|本人账/u;
const accountLabel = /银行|账号|帐号|账户|帐户|开户|打款|发放|转账|汇款|支付宝|卡/u;
const cardStart = /^(?:62|60|69|68|4|5[1-5]|35|37|9[0-9]|10[0-9])/u;
const agencyAccount = /(?:局|厅|委|政府|中心|公司|医院|学校|财政|国库|基金会|协会|法院|专户|单位)/u;

/** Cards follow ISO/IEC 7812: length, first digits and the check digit of Luhn. */
function judgeBankCard(run: DigitRun, text: SectionText): ReturnType<Judge> {
  const { length } = run.digits;
  if (length < 15 || length > 19 || /X/u.test(run.digits) || run.hasLineBreak || isPart(run, text))
    return null;
  const near = text.before(run) + text.headOf(run);
  const isCard = cardLabel.test(near);
  if (otherNumber.test(text.before(run, 12)) && !isCard) return null;
  const isSound = passesLuhn(run.digits) && cardStart.test(run.digits) && length >= 16;
  if (isCard && (isSound || cardStart.test(run.digits) || length >= 16)) {
    return { rule: 'bank-card', severity: 'must-answer' };
  }
  if (!isSound) return null;
  if (accountLabel.test(near)) {
    return { rule: 'bank-card', severity: agencyAccount.test(text.before(run)) ? 'hint' : 'must-answer' };
  }
  return run.digits.startsWith('62') ? { rule: 'bank-card', severity: 'must-answer' } : null;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const office =
  /咨询|监督|投诉|举报|服务|热线|值班|办公|窗口|受理|报名|客服|传真|办理|总机|专线|查询|政务|对外|预约|维修|抢修|反映|意见|受理点|联系单位/u;
/** Who is called at home. */
const atHome =
  /家庭|住宅|宅电|家属|家长|监护人|户主|本人|患者|病人|申请人|受助|当事人|(?:投诉|举报|反映|信访|报名|咨询)人|亲属|紧急联系|学生|租客|业主|私人|个人|住户/u;

/** The name of an office, or a label behind it, right before the number. */
const officeName =
  /(?:中心|局|处|科|股|站|所|厅|室|办|校|院|委|馆|队|公司|政府|法院|窗口)(?:电话|联系电话)?[:：（(\s]*$/u;

const mobileGroups = new Set([
  '11',
  '3,4,4',
  '3,3,5',
  '4,4,3',
  '3,8',
  '7,4',
  '2,11',
  '2,3,4,4',
  '13',
  '4,11',
]);

function judgeMobile(run: DigitRun, text: SectionText): ReturnType<Judge> {
  const isSingle = run.groups.every((group) => group === 1);
  if (run.hasLineBreak || !(isSingle || mobileGroups.has(run.groups.join(',')))) return null;
  const number = run.digits.replace(/^(?:0086|86)(?=1\d{10}$)/u, '');
  if (!/^1[3-9]\d{9}$/u.test(number) || isPart(run, text)) return null;
  if (/[.@]$/u.test(text.text.slice(0, run.start)) || /^@/u.test(text.text.slice(run.end))) return null;
  if (otherNumber.test(text.before(run, 10)) && !/电话|手机/u.test(text.before(run, 10))) return null;
  const near = text.before(run, 16) + text.headOf(run);
  const isOffice = office.test(near) && !atHome.test(near) && !holdsPersonName(near);
  return { rule: 'mobile-phone', severity: isOffice ? 'hint' : 'must-answer' };
}

const personalTable = /身份证|证件号|住址|户主|家长|监护|低保|病/u;

/** Offices are called by landline everywhere; only where a person lives behind it, it is a finding. */
function judgeLandline(run: DigitRun, text: SectionText): ReturnType<Judge> {
  const { digits } = run;
  if (run.hasLineBreak || run.groups.length > 3 || isPart(run, text)) return null;
  const isTrunk = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/u.test(digits);
  const isLocal = /^[2-8]\d{6,7}$/u.test(digits);
  if (!isTrunk && !isLocal) return null;
  const head = text.headOf(run);
  const near = text.before(run, 16) + head;
  const isPhone = /电话|座机|Tel|联系方式|宅电|号码/iu.test(near);
  if (!isPhone && !isTrunk) return null;
  if (office.test(near) || officeName.test(text.before(run, 16))) return null;
  if (atHome.test(near)) return { rule: 'home-phone', severity: 'must-answer' };
  const isListed =
    /电话|联系方式/u.test(head) && /姓名/u.test(text.headsOf(run)) && personalTable.test(text.headsOf(run));
  if (isListed) return { rule: 'home-phone', severity: 'must-answer' };
  if (isPhone) return null;
  return holdsPersonName(text.before(run, 20)) ? { rule: 'home-phone', severity: 'hint' } : null;
}

/** Written out in Chinese digits, which searches for digits miss. */
function* findSpelledNumbers(text: SectionText): Generator<Objection> {
  for (const match of text.text.matchAll(
    /[〇零○幺一二三四五六七八九]{11}(?:[〇零○一二三四五六七八九]{7})?(?![〇零○一二三四五六七八九])/gu,
  )) {
    const digits = [...match[0]]
      .map((one) => '〇一二三四五六七八九'.indexOf(one.replace(/[零○]/u, '〇').replace('幺', '一')))
      .join('');
    const range = { start: match.index, end: match.index + match[0].length, value: digits };
    if (/^1[3-9]\d{9}$/u.test(digits)) yield { ...range, rule: 'mobile-phone', severity: 'must-answer' };
    else if (isIdNumber(digits)) yield { ...range, rule: 'id-number', severity: 'must-answer' };
  }
}
