// What a service guide states beyond the common header, out of objects of .jsonl or lines of a spreadsheet cell.

import { parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import { cleanName, shorten } from '#shared/catalogue/clean-text.ts';
import type { GuideDetails, GuideMaterial, GuideStep } from '#shared/catalogue/details.ts';
import { itemTypeOf } from '#shared/catalogue/item-types.ts';
import { type FieldBag, textOf } from './field-bag.ts';
import { ingestLimits } from './limits.ts';

/** Reads the details of a guide; what is missing stays null or empty, what is wrong is warned about. */
export function readGuideDetails(bag: FieldBag): GuideDetails {
  const long = (field: string): string | null => bag.line(field, 1_000);
  return {
    type: 'guide',
    itemType: itemTypeOf(bag.line('itemType')),
    itemCode: bag.line('itemCode'),
    audience: bag.line('audience'),
    level: bag.line('level'),
    address: long('address'),
    window: long('window'),
    hours: long('hours'),
    method: long('method'),
    phone: bag.line('phone'),
    complaintPhone: bag.line('complaintPhone'),
    statutoryLimit: bag.line('statutoryLimit'),
    promisedLimit: bag.line('promisedLimit'),
    fee: feeOf(bag),
    visits: visitsOf(bag),
    result: long('result'),
    onlineUrl: urlOf(bag),
    conditions: lines(bag, 'conditions'),
    materials: entries(bag, 'materials')
      .map(materialOf)
      .filter(({ name }) => name !== ''),
    steps: entries(bag, 'steps')
      .map(stepOf)
      .filter(({ name }) => name !== ''),
    basis: lines(bag, 'basis'),
    questions: questionsOf(bag),
  };
}

function feeOf(bag: FieldBag): string | null {
  const text = cleanName(bag.text('fee'));
  if (text === 'false' || text === '否') return '不收费';
  return text === '' ? null : shorten(text, 1_000);
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

/** A value as entries: the items of an array, or the lines of a text. */
function entries(bag: FieldBag, field: string): unknown[] {
  const value = bag.raw(field);
  const all = Array.isArray(value)
    ? value
    : value !== null && typeof value === 'object'
      ? [value]
      : textOf(value)
          .split(/\r?\n/u)
          .filter((line) => line.trim() !== '');
  if (all.length > ingestLimits.listEntries)
    bag.warn('ingest.value-too-long', field, { limit: ingestLimits.listEntries });
  return all.slice(0, ingestLimits.listEntries);
}

function lines(bag: FieldBag, field: string): string[] {
  return entries(bag, field)
    .map((entry) => bounded(textOf(entry)))
    .filter((line) => line !== '');
}

/** One part of an entry: a key of an object under any of its names, or a place of `a|b|c`. */
function part(entry: unknown, place: number, ...names: string[]): string {
  if (entry !== null && typeof entry === 'object' && !Array.isArray(entry)) {
    const object = entry as Readonly<Record<string, unknown>>;
    const name = names.find((key) => Object.hasOwn(object, key) && textOf(object[key]) !== '');
    return name === undefined ? '' : bounded(textOf(object[name]));
  }
  const parts = Array.isArray(entry) ? entry.map(textOf) : textOf(entry).split(/[|｜]/u);
  return bounded(parts[place] ?? '');
}

function materialOf(entry: unknown): GuideMaterial {
  const necessity = part(entry, 4, 'required', 'isRequired', '必要性', '必要', '是否必要', '是否必需');
  return {
    name: part(entry, 0, 'name', '名称', '材料名称', '材料'),
    copies: orNull(part(entry, 1, 'copies', '份数', '数量', 'count')),
    form: orNull(part(entry, 2, 'form', '原件/复印件', '形式', '材料形式', '类型', '材料类型')),
    source: orNull(part(entry, 3, 'source', '来源', '来源渠道', '材料来源')),
    required: !/^(?:否|非必要|不必要|非必需|可选|选填|容缺|容缺后补|false|no|0)$/iu.test(necessity),
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

function bounded(text: string): string {
  return shorten(cleanName(text), 4_000);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
