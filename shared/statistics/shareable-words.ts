// Which words of a search may ever leave a terminal: none that name a person, none that carry a number of one.
import { lintSections } from '../lint/lint-sections.ts';
import { isPersonName, personNames } from '../lint/person-names.ts';
import { rules } from '../lint/rule-table.ts';

/** Words leave a terminal only when so many visits of one day searched for them. */
export const fewestSessions = 5;
const shortest = 2;
const longest = 20;

/** The form in which searches are counted: width and case folded, blanks between words single. */
export function normaliseWords(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Z}\p{C}]+/gu, ' ')
    .trim();
}

/** 2024年, 〔2024〕12号 and the like are what documents are known by. */
const documentNumber = /[〔[(【]?(?:19|20)\d{2}[〕\])】]?\s?(?:年(?:第?\d{1,4}(?:号|期|批))?|\d{1,4}号)/gu;
const spokenDigits = /[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]{5,}/u;

/**
 * Everyday words that begin with a character that is a surname too, and words people put behind a name: both part a
 * name from what adjoins it, and none of them is one.
 */
const everyday = new RegExp(
  [
    '残疾人|低保户|患者|病人|户主|对象|人员|儿童|学生|家长|老师|医生|主任|局长|书记|同志|先生|女士|查一下',
    '公积金|公租房|公交车?|公证|公务员?|公办|公园|公厕|公告|公示|公开|高考|高龄|高新|高铁|高中|党建|党费|党员|党务',
    '路灯|路牌|和谐|成绩|成考|施工|计划|常住|康复|温泉|景点|商铺|商标|利率|房改|房贷|房租|房产|房屋|易地|安居|安置',
    '包工|向导|文旅|文物|文化|平价|平房|项目|贝类|时间|古树|古建|农机|农田|农村|农业|农民|农保|车牌|车管|车辆|车位|车险',
    '洪水|洪涝|防洪|水费|水库|水电|电费|燃气|供暖|暖气|宁静|宗教|麻疹|江河|石材|金融|金额|封控|管网|管道|符号|苗木|花卉|元旦|边境|明信|海关',
    '权责|权力|强拆|冷链|卫生|卫健|米面|应急|储蓄|储备|全科|国债|国企|国有|国道|从业|储能|干部|云梯|盘活|门牌|门诊',
    '满月|幼儿|通告|通知|规定|条例|办法|方案|标准|政策|流程|材料|条件|电话|地址|时限|名单|结果|查询|办理|办事|申请|申报|登记|领取',
    '补贴|补助|补偿|低保|社保|医保|养老|退休|工伤|失业|生育|救助|残疾|残联|户口|户籍|落户|身份证|居住证|结婚|离婚|婚姻|死亡|出生',
    '拆迁|征地|宅基地|不动产|过户|贷款|执照|营业|注册|注销|许可|处罚|判决|投诉|举报|信访|信用|失信|黑榜|红榜|案件|档案|学籍|入学|学区',
    '招生|招聘|考试|职称|工资|发票|税务|纳税|病历|诊断|疫苗|体检|电梯|物业|小区|街道|社区|学校|医院|幼儿园|怎么|如何|哪里|什么|多少|的',
  ].join('|'),
  'gu',
);

/** 老王, 小李. */
const familiar = /^[老小阿]\p{Script=Han}$/u;

/** Surnames too rare, or too much a word, to be told from one in a long text; in a search they may be meant. */
const rareSurnames =
  /[傅洪童萧赖阎贝昌凤酆贲诸钮羿汲邴糜隗宓钭韶蓟莘贡郦璩濮寿郏习宦庾暨弘禄殳沃蔚夔毋乜巢竺桓逄睢郗亢仉笪逯蒯厍訾]/gu;

const parts = /[\s、，,。.;；:：()（）“”"'’‘\-—_/\\|]+/u;

/** True where a name stands, or may stand, in the words: in doubt they stay where they are. */
function mayNamePerson(sought: string): boolean {
  const words = sought.replace(rareSurnames, '王');
  if (isPersonName(words) && words.replace(everyday, '') !== '') return true;
  const bare = words.replace(everyday, '、');
  if (personNames(bare).length > 0 || bare.split(parts).some((part) => isFamiliar(part))) return true;
  // 王小明某某事: a name with something behind it that no list knows.
  return bare
    .split(parts)
    .some((part) => [4, 3, 2].some((length) => part.length >= length && isPersonName(part.slice(0, length))));
}

/** A surname behind 老 or 小 can stand for a person as well as a name. */
function isFamiliar(part: string): boolean {
  return familiar.test(part) && isPersonName(`${part.slice(1)}国强`);
}

function holdsPersonalMatter(words: string): boolean {
  const findings = lintSections([{ part: 'body', hiding: null, lines: [{ text: words }] }]);
  return findings.some(({ rule }) => rules[rule] === 'personal');
}

/** Whether normalised words are free of names, numbers and letters, and neither too short nor too long to say anything. */
export function isShareable(words: string): boolean {
  if ([...words].length < shortest || [...words].length > longest) return false;
  const withoutNumbers = words.replace(documentNumber, '');
  if (/[\p{N}@]/u.test(withoutNumbers.replace(/[〇]/gu, '')) || spokenDigits.test(words)) return false;
  // Letters are a name in pinyin as easily as a word.
  if (/[a-z]/u.test(words) || !/\p{Script=Han}/u.test(words)) return false;
  return !holdsPersonalMatter(words) && !mayNamePerson(words);
}
