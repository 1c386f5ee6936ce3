// The ledgers (台账): what each is called and which columns it has, in the words of official papers and in English.
import type { Language } from '../errors/app-error.ts';
import type { ColumnKind, ReportColumn } from './report-table.ts';

export const ledgerIds = [
  'publications',
  'reviews',
  'transfers',
  'requests',
  'opinions',
  'meetings',
] as const;
export type LedgerId = (typeof ledgerIds)[number];

/** Ledgers staff write by hand; the others are made from the store. */
export const writtenLedgers = ['opinions', 'meetings'] as const;
export type WrittenLedgerId = (typeof writtenLedgers)[number];

interface LedgerWords {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
}

type ColumnShape = readonly [key: string, kind: ColumnKind, width: number];

/** Every ledger begins with the number of the row. */
const shapes: Readonly<Record<LedgerId, readonly ColumnShape[]>> = {
  publications: [
    ['serial', 'number', 6],
    ['agency', 'text', 18],
    ['matter', 'text', 24],
    ['node', 'text', 18],
    ['limit', 'text', 18],
    ['title', 'text', 36],
    ['docNo', 'text', 18],
    ['date', 'day', 12],
    ['event', 'text', 10],
    ['release', 'number', 8],
    ['publishedAt', 'instant', 17],
    ['writer', 'text', 10],
    ['approver', 'text', 10],
    ['publisher', 'text', 10],
  ],
  reviews: [
    ['serial', 'number', 6],
    ['at', 'instant', 17],
    ['agency', 'text', 18],
    ['title', 'text', 40],
    ['version', 'number', 8],
    ['step', 'text', 14],
    ['decision', 'text', 10],
    ['opinion', 'text', 32],
    ['who', 'text', 12],
  ],
  transfers: [
    ['serial', 'number', 6],
    ['number', 'text', 12],
    ['agency', 'text', 18],
    ['month', 'text', 10],
    ['title', 'text', 36],
    ['docNo', 'text', 18],
    ['indexNo', 'text', 18],
    ['date', 'day', 12],
    ['state', 'text', 12],
    ['sentAt', 'instant', 17],
    ['receivedAt', 'instant', 17],
    ['receivedBy', 'text', 12],
    ['note', 'text', 24],
  ],
  requests: [
    ['serial', 'number', 6],
    ['number', 'text', 20],
    ['receivedOn', 'day', 12],
    ['channel', 'text', 10],
    ['class', 'text', 12],
    ['content', 'text', 36],
    ['agency', 'text', 18],
    ['completion', 'text', 18],
    ['consultation', 'text', 26],
    ['extension', 'text', 14],
    ['dueOn', 'day', 12],
    ['reply', 'text', 16],
    ['repliedOn', 'day', 12],
    ['deliveredOn', 'day', 12],
    ['dispute', 'text', 18],
  ],
  opinions: [
    ['serial', 'number', 6],
    ['number', 'text', 14],
    ['date', 'day', 12],
    ['channel', 'text', 12],
    ['person', 'text', 14],
    ['content', 'text', 40],
    ['agency', 'text', 18],
    ['handling', 'text', 32],
    ['outcome', 'text', 12],
    ['repliedOn', 'day', 12],
    ['registrar', 'text', 10],
  ],
  meetings: [
    ['serial', 'number', 6],
    ['number', 'text', 14],
    ['date', 'day', 12],
    ['place', 'text', 16],
    ['chair', 'text', 12],
    ['present', 'text', 24],
    ['subject', 'text', 24],
    ['content', 'text', 36],
    ['decisions', 'text', 36],
    ['recorder', 'text', 10],
    ['attachments', 'text', 18],
  ],
};

const zh: Readonly<Record<LedgerId, LedgerWords>> = {
  publications: {
    title: '公开事项登记簿',
    columns: {
      serial: '序号',
      agency: '公开机构',
      matter: '公开事项',
      node: '所属类别',
      limit: '公开时限',
      title: '公开内容',
      docNo: '文号',
      date: '成文日期',
      event: '公开情况',
      release: '发布版本',
      publishedAt: '公开时间',
      writer: '报送人',
      approver: '批准人',
      publisher: '发布人',
    },
  },
  reviews: {
    title: '审查台账',
    columns: {
      serial: '序号',
      at: '办理时间',
      agency: '公开机构',
      title: '内容标题',
      version: '第几版',
      step: '审查环节',
      decision: '结论',
      opinion: '审查意见',
      who: '办理人',
    },
  },
  transfers: {
    title: '政府信息移送清单',
    columns: {
      serial: '序号',
      number: '登记号',
      agency: '移送机构',
      month: '所属月份',
      title: '信息名称',
      docNo: '文号',
      indexNo: '索引号',
      date: '成文日期',
      state: '状态',
      sentAt: '移送时间',
      receivedAt: '接收时间',
      receivedBy: '接收人',
      note: '备注',
    },
  },
  requests: {
    title: '政府信息公开申请台账',
    columns: {
      serial: '序号',
      number: '登记编号',
      receivedOn: '收到日期',
      channel: '收件方式',
      class: '申请人类别',
      content: '申请内容',
      agency: '承办机构',
      completion: '补正',
      consultation: '征求意见',
      extension: '延长期限',
      dueOn: '答复期限',
      reply: '答复类型',
      repliedOn: '答复日期',
      deliveredOn: '送达日期',
      dispute: '复议、诉讼',
    },
  },
  opinions: {
    title: '意见建议登记簿',
    columns: {
      serial: '序号',
      number: '登记号',
      date: '收到日期',
      channel: '来源',
      person: '提出人',
      content: '意见建议内容',
      agency: '承办机构',
      handling: '办理情况',
      outcome: '办理结果',
      repliedOn: '反馈日期',
      registrar: '登记人',
    },
  },
  meetings: {
    title: '会议记录簿',
    columns: {
      serial: '序号',
      number: '登记号',
      date: '会议日期',
      place: '地点',
      chair: '主持人',
      present: '参加人员',
      subject: '议题',
      content: '讨论情况',
      decisions: '议定事项',
      recorder: '记录人',
      attachments: '附件',
    },
  },
};

const en: Readonly<Record<LedgerId, LedgerWords>> = {
  publications: {
    title: 'Register of disclosure',
    columns: {
      serial: 'No.',
      agency: 'Agency',
      matter: 'Matter',
      node: 'Category',
      limit: 'Time limit',
      title: 'Published',
      docNo: 'Document number',
      date: 'Date formed',
      event: 'Event',
      release: 'Release',
      publishedAt: 'Published at',
      writer: 'Provided by',
      approver: 'Approved by',
      publisher: 'Published by',
    },
  },
  reviews: {
    title: 'Review ledger',
    columns: {
      serial: 'No.',
      at: 'When',
      agency: 'Agency',
      title: 'Title',
      version: 'Version',
      step: 'Step',
      decision: 'Decision',
      opinion: 'Opinion',
      who: 'By',
    },
  },
  transfers: {
    title: 'Transfer list',
    columns: {
      serial: 'No.',
      number: 'Number',
      agency: 'Agency',
      month: 'Month',
      title: 'Item',
      docNo: 'Document number',
      indexNo: 'Index number',
      date: 'Date formed',
      state: 'State',
      sentAt: 'Sent',
      receivedAt: 'Received',
      receivedBy: 'Received by',
      note: 'Remarks',
    },
  },
  requests: {
    title: 'Ledger of requests',
    columns: {
      serial: 'No.',
      number: 'Number',
      receivedOn: 'Received on',
      channel: 'Came by',
      class: 'Applicant',
      content: 'Request',
      agency: 'Handled by',
      completion: 'Completion',
      consultation: 'Consultation',
      extension: 'Extension',
      dueOn: 'Due on',
      reply: 'Reply',
      repliedOn: 'Replied on',
      deliveredOn: 'Delivered on',
      dispute: 'Review, suit',
    },
  },
  opinions: {
    title: 'Register of opinions',
    columns: {
      serial: 'No.',
      number: 'Number',
      date: 'Received on',
      channel: 'Came by',
      person: 'From',
      content: 'Opinion',
      agency: 'Handled by',
      handling: 'Handling',
      outcome: 'Outcome',
      repliedOn: 'Answered on',
      registrar: 'Registered by',
    },
  },
  meetings: {
    title: 'Minute book',
    columns: {
      serial: 'No.',
      number: 'Number',
      date: 'Date',
      place: 'Place',
      chair: 'Chair',
      present: 'Present',
      subject: 'Subject',
      content: 'Discussion',
      decisions: 'Decisions',
      recorder: 'Recorded by',
      attachments: 'Attachments',
    },
  },
};

const words = { 'zh-CN': zh, en } as const satisfies Readonly<Record<Language, typeof zh>>;

export function ledgerTitle(id: LedgerId, language: Language): string {
  return words[language][id].title;
}

export function ledgerColumns(id: LedgerId, language: Language): readonly ReportColumn[] {
  const { columns } = words[language][id];
  return shapes[id].map(([key, kind, width]) => ({ key, kind, width, title: columns[key] ?? key }));
}
