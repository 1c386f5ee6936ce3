// What a service guide states beyond the common header, out of objects of .jsonl or lines of a spreadsheet cell.

import { parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import { shorten } from '#shared/catalogue/clean-text.ts';
import type { GuideDetails, GuideMaterial, GuideStep } from '#shared/catalogue/details.ts';
import { deriveSubject } from '#shared/catalogue/guide-subjects.ts';
import { itemTypeOf } from '#shared/catalogue/item-types.ts';
import { type FieldBag, textOf } from './field-bag.ts';
import { bounded, entries, orNull, part } from './guide-entries.ts';
import { readBasis, readFees, readPlaces } from './guide-tables.ts';

/** Reads the details of a guide; what is missing stays null or empty, what is wrong is warned about. */
export function readGuideDetails(bag: FieldBag): GuideDetails {
  const long = (field: string): string | null => bag.line(field, 1_000);
  const group = groupOf(bag);
  return {
    type: 'guide',
    itemType: itemTypeOf(bag.line('itemType')),
    itemCode: bag.line('itemCode'),
    audience: bag.line('audience'),
    level: bag.line('level'),
    ...readPlaces(bag),
    method: long('method'),
    complaintPhone: bag.line('complaintPhone'),
    statutoryLimit: bag.line('statutoryLimit'),
    promisedLimit: bag.line('promisedLimit'),
    ...readFees(bag),
    visits: visitsOf(bag),
    result: long('result'),
    onlineUrl: urlOf(bag),
    subjects: subjectsOf(bag, group),
    group,
    conditions: conditionsOf(bag),
    materials: entries(bag, 'materials')
      .map(materialOf)
      .filter(({ name }) => name !== ''),
    steps: entries(bag, 'steps')
      .map(stepOf)
      .filter(({ name }) => name !== ''),
    ...readBasis(bag),
    questions: questionsOf(bag),
  };
}

/** The item this one is a part of; lists write 未分类 where there is none. */
function groupOf(bag: FieldBag): string | null {
  const group = bag.line('group');
  return group === null || /^(?:未分类|无主项|默认|其他|其它)$/u.test(group) ? null : group;
}

/** Subjects as the list has them; where it has none, the one its words point to. */
function subjectsOf(bag: FieldBag, group: string | null): string[] {
  const said = bag.list('subjects', /[;；,，、|\n]+/u, 20).map((subject) => shorten(subject, 100));
  if (said.length > 0) return [...new Set(said)];
  const derived = deriveSubject({ title: bag.text('title'), group, agency: bag.line('agency') });
  return derived === null ? [] : [derived];
}

function visitsOf(bag: FieldBag): number | null {
  const words = bag.line('visits');
  if (words === null) return null;
  const number = parseChineseNumber(words.replace(/[次\s]|最多|至多/gu, ''));
  if (number === null || number > 100)
    bag.warn('ingest.value-not-understood', 'visits', { value: shorten(words, 60) });
  return number !== null && number <= 100 ? number : null;
}

function urlOf(bag: FieldBag): string | null {
  const words = bag.text('onlineUrl').trim();
  if (words === '') return null;
  const url = URL.canParse(words) ? new URL(words) : null;
  const isWeb =
    url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && words.length <= 2_000;
  if (!isWeb) bag.warn('ingest.value-not-understood', 'onlineUrl', { value: shorten(words, 60) });
  return isWeb ? url.href : null;
}

const inlineNumber =
  /(?<=[。；;])\s*(?=(?:\d{1,2}[、.．)）](?!\d)|[（(][一二三四五六七八九十]{1,3}[)）]|[①-⑳]))/u;
const itemNumber =
  /^(?:\d{1,2}[、.．)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳●•·])\s*/u;

/** Conditions one by one, as a visitor ticks them: also where a cell writes 1.…；2.… on one line. */
function conditionsOf(bag: FieldBag): string[] {
  return entries(bag, 'conditions')
    .flatMap((entry) => textOf(entry).split(inlineNumber))
    .map((text) =>
      bounded(text)
        .replace(itemNumber, '')
        .replace(/[；;]$/u, ''),
    )
    .filter((text) => text !== '');
}

function materialOf(entry: unknown): GuideMaterial {
  const necessity = part(entry, 4, 'required', 'isRequired', '必要性', '必要', '是否必要', '是否必需');
  return {
    name: part(entry, 0, 'name', '名称', '材料名称', '材料'),
    copies: orNull(part(entry, 1, 'copies', '份数', '数量', 'count')),
    form: orNull(part(entry, 2, 'form', '原件/复印件', '形式', '材料形式', '类型', '材料类型')),
    source: orNull(part(entry, 3, 'source', '来源', '来源渠道', '材料来源')),
    required: !/^(?:否|非必要|不必要|非必需|可选|选填|容缺|容缺后补|false|no|0)$/iu.test(necessity),
    blankForm: orNull(part(entry, 5, 'blankForm', '空表', '空白表格', '空白表', '表格下载', '空表样式')),
    sampleForm: orNull(part(entry, 6, 'sampleForm', '样表', '填写样例', '示范文本', '样本', '范本')),
  };
}

function stepOf(entry: unknown): GuideStep {
  return {
    name: part(entry, 0, 'name', '名称', '环节', '环节名称', '步骤', '办理环节', '步骤名称'),
    person: orNull(part(entry, 1, 'person', '人员', '办理人', '办理人员', '责任人')),
    limit: orNull(part(entry, 2, 'limit', '时限', '办理时限', '期限')),
    result: orNull(part(entry, 3, 'result', '结果', '办理结果', '标准', '审查标准')),
  };
}

const questionMark = /^(?:问|Q)\s*\d*\s*[:：.、]\s*/iu;
const answerMark = /^(?:答|A)\s*\d*\s*[:：.、]\s*/iu;

/** Objects, `问|答` lines, or lines that begin with 问 and 答. */
function questionsOf(bag: FieldBag): { question: string; answer: string }[] {
  const questions: { question: string; answer: string }[] = [];
  for (const entry of entries(bag, 'questions')) {
    const question = part(entry, 0, 'question', '问', '问题', 'q');
    const answer = part(entry, 1, 'answer', '答', '答案', '解答', 'a');
    const previous = questions.at(-1);
    if (previous && answer === '' && !questionMark.test(question)) {
      previous.answer = `${previous.answer}${previous.answer === '' ? '' : '\n'}${question.replace(answerMark, '')}`;
    } else if (question !== '')
      questions.push({
        question: question.replace(questionMark, ''),
        answer: answer.replace(answerMark, ''),
      });
  }
  return questions;
}
