// Persons named beside what concerns only them: illness, poverty, disability, custody, identity papers.
import { isPersonName, personNameAt } from '../person-names.ts';
import type { Objection, Rule } from '../rule.ts';
import type { SectionText } from '../section-text.ts';

const sensitive =
  /低保|最低生活保障|特困|救助|救济|残疾|病历|病案|诊断|住院号|确诊|患者|病人|精神障碍|艾滋|HIV|结核|肝炎|肿瘤|癌|孕产|流产|吸毒|戒毒|社区矫正|刑满|精神病|贫困户|困难家庭|困难群众|留守儿童|孤儿|单亲|身份证|临时补助|大病|抚恤|失独|信访人|被害人|未成年/iu;
const nameHead =
  /^(?:姓名|户主|户主姓名|患者|患者姓名|申请人|申请人姓名|救助对象|保障对象|低保对象|对象姓名|学生姓名|病人|儿童姓名|受助人|补助对象|家庭成员|人员姓名|残疾人姓名)$/u;
/** One finding a table or a list: naming each person again would only repeat it. */
export const findNamedLists: Rule = function* (text, { about }) {
  const tables = new Set<string>();
  for (const found of rowsWithNames(text)) {
    const key = found.heads.join('\t');
    if (
      tables.has(key) ||
      !sensitive.test(`${key}${found.caption}${about}${text.section.label ?? ''}${found.row}`)
    )
      continue;
    tables.add(key);
    yield { ...found, rule: 'named-list', severity: 'must-answer', value: found.name };
  }
  if (tables.size === 0) yield* namedInText(text);
};

function* rowsWithNames(text: SectionText) {
  for (const [index, { heads, caption = '' }] of text.section.lines.entries()) {
    if (heads === undefined) continue;
    const column = heads.findIndex((head) => nameHead.test(head.replace(/\s/gu, '')));
    if (column < 0) continue;
    const row = text.lineText(index);
    const cells = row.split('\t');
    const cell = cells[column] ?? '';
    const name = cell.trim();
    if (!isPersonName(name)) continue;
    const before = cells.slice(0, column).reduce((sum, one) => sum + one.length + 1, 0);
    const start = text.startOfLine(index) + before + cell.indexOf(name);
    yield { start, end: start + name.length, heads, caption, row, name };
  }
}

const introduced =
  /(?:姓名|患者|病人|户主|低保对象|低保户|救助对象|受助人|特困人员|残疾人|困难群众|贫困户|确诊病例|服刑人员|矫正对象|孤儿|保障对象|补助对象|被害人|信访人)(?:姓名|名单)?(?:如下|有|为|是)?[:：\s]{0,3}/gu;
/** Words that concern a person by themselves; 姓名 and 户主 need one of the others near. */
const telling = /低保|救助|患者|病人|特困|残疾|困难|贫困|病例|服刑|矫正|孤儿|被害/u;

function* namedInText(text: SectionText): Generator<Objection> {
  for (const match of text.text.matchAll(introduced)) {
    const start = match.index + match[0].length;
    const name = personNameAt(text.text, start);
    if (name === null) continue;
    const rest = text.text.slice(start + name.length, start + name.length + 6);
    if (/^\s*(?:等|[（(]?(?:样例|示例|虚构))/u.test(rest)) continue;
    const near =
      text.before({ start: match.index, end: start }) + text.after({ start, end: start + name.length }, 60);
    if (!telling.test(match[0]) && !sensitive.test(near)) continue;
    yield { start, end: start + name.length, rule: 'named-list', severity: 'must-answer', value: name };
  }
}
