// A version of a record as lines of text, as a visitor reads it: what two versions are compared by.
import type { GuideDetails, MatterDetails, NoticeDetails, RecordDetails } from '../catalogue/details.ts';
import { guideFees } from '../catalogue/guide-parts.ts';
import { lawWords } from '../catalogue/legal-basis.ts';
import type { CatalogueRecord, Validity } from '../catalogue/record.ts';

type Header = Pick<
  CatalogueRecord,
  'title' | 'docNo' | 'validity' | 'expiresOn' | 'summary' | 'details' | 'attachments'
>;

const validityWords: Readonly<Record<Validity, string | null>> = {
  'in-force': '现行有效',
  amended: '已修改',
  expired: '已失效',
  repealed: '已废止',
  unknown: null,
};

/** A named line; empty values give none. */
function line(name: string, value: string | number | null): string[] {
  return value === null || value === '' ? [] : [`${name}：${value}`];
}

function guideLines(details: GuideDetails): string[] {
  const { materials, steps, conditions, basis, questions, places = [], laws = [] } = details;
  const facts = (...values: readonly (string | null)[]) => values.filter(Boolean).join('，');
  return [
    ...line('办理地点', details.address),
    ...line('窗口', details.window),
    ...line('办理时间', details.hours),
    ...places.flatMap(({ name, address, window, hours, phone }) =>
      line('其他办理地点', facts(name, address, window, hours, phone)),
    ),
    ...line('办理方式', details.method),
    ...line('咨询电话', details.phone),
    ...line('投诉电话', details.complaintPhone),
    ...line('法定时限', details.statutoryLimit),
    ...line('承诺时限', details.promisedLimit),
    ...line('收费', details.fee),
    ...guideFees(details).map(({ item, standard, basis: by }) => `收费项目：${facts(item, standard, by)}`),
    ...line('到现场次数', details.visits),
    ...line('办理结果', details.result),
    ...conditions.flatMap((text) => line('条件', text)),
    ...materials.map(
      ({ name, form, copies, required }) => `材料：${facts(name, form, copies, required ? null : '视情况')}`,
    ),
    ...steps.map(({ name, person, limit }) => `步骤：${facts(name, person, limit)}`),
    ...basis.flatMap((text) => line('依据', text)),
    ...laws.flatMap((law) => line('依据', lawWords(law))),
    ...questions.flatMap(({ question, answer }) => [`问：${question}`, `答：${answer}`]),
  ];
}

function matterLines({ elements, basis, deadline, responsible }: MatterDetails): string[] {
  return [
    ...line('公开内容', elements),
    ...line('公开依据', basis),
    ...line('公开时限', deadline?.text ?? null),
    ...line('责任部门', responsible),
  ];
}

function detailLines(details: RecordDetails | null): string[] {
  if (details?.type === 'guide') return guideLines(details);
  if (details?.type === 'matter') return matterLines(details);
  if (details?.type !== 'notice') return [];
  return [
    ...line('开始', details.startsOn),
    ...line('截止', details.endsOn),
    ...line('联系', details.contact),
    ...line('异议受理', details.objection ?? null),
    ...consultationLines(details),
  ];
}

function consultationLines({ consultation }: NoticeDetails): string[] {
  if (consultation === undefined) return [];
  const { points, hearing, post, email, phone, place } = consultation;
  return [
    ...points.flatMap((point) => line('征求意见的内容', point)),
    ...line('信函', post),
    ...line('电子邮件', email),
    ...line('电话', phone),
    ...line('现场', place),
    ...(hearing === null ? [] : [`听证：${hearing.on} ${hearing.at}，${hearing.place}，${hearing.seats}席`]),
    ...line('报名条件', hearing?.conditions ?? null),
  ];
}

/** Every line that is not blank: title and header, what its kind says, the body's paragraphs, names of attachments. */
export function recordLines(header: Header, bodyText: string): string[] {
  const lines = [
    header.title,
    ...line('文号', header.docNo),
    ...line('有效性', validityWords[header.validity]),
    ...line('废止日期', header.expiresOn),
    ...line('概述', header.summary),
    ...detailLines(header.details),
    ...bodyText.split('\n'),
    ...header.attachments.flatMap(({ name }) => line('附件', name)),
  ];
  return lines.map((text) => text.trim()).filter((text) => text !== '');
}
