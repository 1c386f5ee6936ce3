// Where somebody lives: an address down to house, room or village group, together with who lives there.
import { holdsPersonName, personNames } from '../person-names.ts';
import type { Rule } from '../rule.ts';
import type { Match, SectionText } from '../section-text.ts';

const number = '[\\dA-Za-z一二三四五六七八九十百]{1,5}';
const place = '[\\u4e00-\\u9fffA-Za-z0-9·]';
/** Endings that only reach a dwelling: unit and room, estate with room, village with group or house, street with room. */
const dwelling = new RegExp(
  [
    `${place}{0,24}${number}\\s?-?(?:号楼|号院|栋|幢|座|楼|#)\\s?${place}{0,6}?${number}\\s?单元\\s?${place}{0,4}?${number}\\s?(?:室|号|户|房)?`,
    `${place}{0,24}(?:小区|花园|公寓|新村|家园|嘉园|佳苑|苑|名邸|华府|公馆|里弄|宿舍|家属院|安置房|保障房|大院)\\s?[^，。；;\\n\\t]{0,14}?\\d{1,5}\\s?(?:室|房|户|号房)`,
    `${place}{0,24}(?:小区|花园|公寓|新村|家园|嘉园|佳苑|苑|名邸|华府|公馆|里弄|宿舍|家属院)\\s?\\d{1,4}\\s?[-－]\\s?\\d{1,2}\\s?[-－]\\s?\\d{2,4}(?:室)?`,
    `${place}{0,24}(?:村|屯|庄|寨|社区|居委会|嘎查)${place}{0,8}?(?:第?${number}(?:组|队|社|村民小组|屯)|${number}号)(?:\\s?${number}号)?`,
    `${place}{0,24}(?:路|街|巷|弄|道|胡同|大街)\\s?\\d{1,5}\\s?(?:号|弄)(?:院|大院)?\\s?[^，。；;\\n\\t]{0,12}?\\d{2,5}\\s?(?:室|房|户)`,
    `${place}{0,24}(?:路|街|巷|弄|道|胡同|大街)\\s?\\d{1,5}\\s?(?:号|弄)(?![楼线])`,
  ].join('|'),
  'gu',
);
const loose = /(?:路|街|巷|弄|道|胡同|大街)\s?\d{1,5}\s?(?:号|弄)$/u;
const homeLabel =
  /住址|家庭地址|户籍|现住|家住|居住|租住|暂住|常住|户口|居所|住所|(?:^|[，,、；\s\t（(])住(?:在|于)?[:：]?\s?$|收件地址|宅基/u;
const officeWord =
  /办公|经营|单位|公司|机构|注册|营业|受理|办理|窗口|开标|会议|地点|中心|法院|派出所|政府|报名|邮寄|服务|医院|学校|场所|项目|工程|施工|建设|征收|局|所在地为/u;

/** A label such as 家庭住址 says that somebody lives there; else a name must stand beside it. */
export const findDwellings: Rule = function* (text) {
  for (const match of text.text.matchAll(dwelling)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const around = contextOf(text, range);
    const isHome = homeLabel.test(around.label);
    if (!isHome && (officeWord.test(around.label) || loose.test(match[0]))) continue;
    if (!isHome && !around.isNamed) continue;
    if (isHome && !around.isNamed && officeWord.test(around.label)) continue;
    yield { ...range, rule: 'home-address', severity: 'must-answer', value: match[0].replace(/\s/gu, '') };
  }
};

/** The words before the address, those within its own beginning, and whether a person is named on the same line. */
function contextOf(text: SectionText, range: Match): { readonly label: string; readonly isNamed: boolean } {
  const { line, index } = text.lineAt(range.start);
  const head = text.headOf(range);
  const before = text.before(range, 24).split('\t').at(-1) ?? '';
  const own =
    /^.{0,10}?(?:家住|现住|租住|居住[在于]?|暂住|户籍|住址|住所|住)/u.exec(
      text.text.slice(range.start, range.end),
    )?.[0] ?? '';
  const label = `${head}${before}${own}`;
  if (line.heads !== undefined) return { label, isNamed: isNamedRow(text.lineText(index)) };
  const near = `${text.before(range, 30)}\n${text.after(range, 14)}`;
  return { label, isNamed: holdsPersonName(near) };
}

const isNamedRow = (row: string) =>
  row.split('\t').some((cell) => personNames(cell).some(({ name }) => name === cell.trim()));
