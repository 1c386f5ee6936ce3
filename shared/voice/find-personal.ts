// Refuses what an anonymous word from a terminal must not hold: numbers, names and addresses that tell who somebody is.
import { lintSections } from '../lint/lint-sections.ts';
import { isPersonName, personNameAt } from '../lint/person-names.ts';
import { type RuleId, rules } from '../lint/rule-table.ts';

export const personalReasons = [
  'id-number',
  'phone',
  'card',
  'paper',
  'digits',
  'contact',
  'name',
  'address',
] as const;
export type PersonalReason = (typeof personalReasons)[number];

/** What was found, and where in the text as it was given (UTF-16 units). */
export interface PersonalFinding {
  readonly reason: PersonalReason;
  readonly start: number;
  readonly end: number;
}

/**
 * The first thing in a text that may tell who somebody is, or null. It errs on the side of refusing: a run of seven
 * digits is a phone number until somebody writes it otherwise. The terminal asks before it keeps anything, and the hub
 * asks again before it keeps what a terminal sent.
 */
export function findPersonal(text: string): PersonalFinding | null {
  const folded = fold(text);
  return (
    findByRules(folded) ?? findDigits(folded) ?? findContact(folded) ?? findRoom(folded) ?? findName(folded)
  );
}

const reasonOfRule: Readonly<Partial<Record<RuleId, PersonalReason>>> = {
  'id-number': 'id-number',
  'mobile-phone': 'phone',
  'home-phone': 'phone',
  'bank-card': 'card',
  passport: 'paper',
  'number-plate': 'paper',
  'home-address': 'address',
  'named-list': 'name',
  'private-email': 'contact',
};

function findByRules(text: string): PersonalFinding | null {
  const lines = text.split('\n').map((line) => ({ text: line }));
  const found = lintSections([{ part: 'body', hiding: null, lines }]).find(
    ({ rule }) => rules[rule] === 'personal',
  );
  if (found === undefined) return null;
  const { offset = 0, length = 0, paragraph } = found.place;
  const start = paragraph === undefined && lines.length > 1 ? 0 : offset;
  return { reason: reasonOfRule[found.rule] ?? 'paper', start, end: start + Math.max(length, 1) };
}

/** One character for one, so that places stay where they were: full-width forms, and digits written in Chinese. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldOne(text.charAt(at))).join('');
}

function foldOne(unit: string): string {
  const normal = unit.normalize('NFKC');
  return normal.length === 1 ? normal : unit;
}

const chineseDigits = '零一二三四五六七八九';
const otherDigits: Readonly<Record<string, string>> = {
  〇: '0',
  幺: '1',
  两: '2',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

const mostDigits = 6;
/** What people put between the digits of one number. */
const between = '[^\\p{L}\\p{N}]{0,3}';
const longRun = new RegExp(`\\d(?:${between}\\d){${mostDigits},}`, 'gu');
/** Dates and years say nothing of anybody; they are looked past. */
const days =
  /(?<!\d)(?:19|20)\d\d(?:[-./](?:1[0-2]|0?[1-9])(?:[-./](?:3[01]|[12]\d|0?[1-9]))?(?!\d)|(?=年))/gu;
const years = /(?<!\d)(?:19|20)\d\d(?=[、至到—–~-](?:(?:19|20)\d\d|\s{4})(?!\d))/gu;

function findDigits(folded: string): PersonalFinding | null {
  const digits = folded.replace(/[零一二三四五六七八九〇幺两壹贰叁肆伍陆柒捌玖]/gu, (digit) => {
    const value = chineseDigits.indexOf(digit);
    return value >= 0 ? String(value) : (otherDigits[digit] ?? digit);
  });
  const blank = (match: string) => ' '.repeat(match.length);
  const bare = digits.replace(days, blank).replace(years, blank);
  for (const match of bare.matchAll(longRun)) {
    if (isListing(match[0])) continue;
    return { reason: 'digits', start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Several short numbers in a row, as in 第20、21、22、23条, are no number of anybody. */
function isListing(run: string): boolean {
  const groups = run.split(/\s*[、，,；;]\s*/u);
  return groups.length > 2 && groups.every((group) => /^\d{1,2}$/u.test(group)) && /\d\d/u.test(run);
}

const contact =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:微信|威信|薇信|V信|QQ|扣扣|抖音|邮箱)(?:号码?|账号)?(?:是|为)?[:：\s]*[A-Za-z0-9][\w-]{4,}/iu;

function findContact(text: string): PersonalFinding | null {
  const match = contact.exec(text);
  return match && { reason: 'contact', start: match.index, end: match.index + match[0].length };
}

const number = '[\\dA-Za-z一二三四五六七八九十]{1,4}';
/** A room of a house is somebody's, unless an office is spoken of. */
const room = new RegExp(
  `${number}\\s?(?:号楼|栋|幢|单元)[^，。；,;\\n]{0,6}?${number}\\s?(?:室|号|户|房)` +
    `|(?:家住|现住|住在|住址|户籍)[^，。；,;\\n]{0,20}?${number}\\s?(?:号|组|队|室|户)`,
  'u',
);

function findRoom(text: string): PersonalFinding | null {
  const match = room.exec(text);
  return match && { reason: 'address', start: match.index, end: match.index + match[0].length };
}

const titles =
  '先生|女士|小姐|同志|局长|处长|科长|主任|书记|镇长|乡长|村长|区长|县长|市长|院长|校长|所长|站长|队长|经理|老师|医生|大夫|护士|师傅|律师|警官|法官|大爷|大妈|阿姨|叔叔';
/** Who speaks of a person begins so; 本人 and 我是 alone may go on with anything. */
const introduction =
  /我叫|本人(?:叫|是|姓名)?|我是|名叫|名字(?:是|叫)|姓名(?:是|为)?|联系人|举报人|投诉人|找/gu;
const titled = new RegExp(`([\\u4e00-\\u9fff]{2,4}?)(?:${titles})`, 'gu');
/** A surname with a title, where something before it shows that it begins there. */
const surnamed = new RegExp(
  `(?<=^|[^\\u4e00-\\u9fff]|[的是和与被找问向对给请把让跟叫位])([王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃武戴莫孔])(?:${titles})`,
  'u',
);

function findName(text: string): PersonalFinding | null {
  for (const match of text.matchAll(introduction)) {
    const from = match.index + match[0].length;
    const start = from + (/^[:：\s]*/u.exec(text.slice(from))?.[0].length ?? 0);
    const name = personNameAt(text, start);
    if (name !== null) return { reason: 'name', start, end: start + name.length };
  }
  return findTitled(text);
}

function findTitled(text: string): PersonalFinding | null {
  const short = surnamed.exec(text);
  if (short !== null) return { reason: 'name', start: short.index, end: short.index + short[0].length };
  for (const match of text.matchAll(titled)) {
    const words = match[1] ?? '';
    // The name is what stands right before the title: its last three characters, or its last two.
    for (const length of [3, 2]) {
      const name = words.slice(-length);
      if (
        name.length !== length ||
        !isPersonName(name) ||
        !mayBegin(text, match.index + words.length - length)
      )
        continue;
      const start = match.index + words.length - length;
      return { reason: 'name', start, end: match.index + match[0].length };
    }
  }
  return null;
}

/** Whether a name can begin here: not in the middle of another word. */
function mayBegin(text: string, at: number): boolean {
  return at === 0 || /[^\u4e00-\u9fff]|[的是和与被找问向对给请把让跟叫位]/u.test(text.charAt(at - 1));
}
