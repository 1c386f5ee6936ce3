// The words ledgers tell cases in, in Chinese and English.
import type { CaseChannel, CaseOutcome } from '#shared/cases/case-kinds.ts';
import type { ReplyKind } from '#shared/cases/replies.ts';
import type { Language } from '#shared/errors/app-error.ts';
import type { Applicant, Dispute, DisputeOutcome } from '#shared/reports/annual-form.ts';
import { annualWords } from '#shared/reports/annual-form.ts';

interface CaseLedgerWords {
  readonly channel: Readonly<Record<CaseChannel, string>>;
  readonly class: Readonly<Record<Applicant, string>>;
  readonly reply: Readonly<Record<ReplyKind, string>>;
  readonly state: { readonly moved: string; readonly merged: string; readonly withdrawn: string };
  readonly outcome: Readonly<Record<CaseOutcome, string>>;
  readonly open: { readonly received: string; readonly underWay: string; readonly settled: string };
  readonly asked: (day: string) => string;
  readonly completed: (day: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly extended: (days: number) => string;
  readonly dispute: (kind: Dispute, outcome: DisputeOutcome) => string;
}

const zh: CaseLedgerWords = {
  channel: {
    online: '网上',
    kiosk: '终端',
    counter: '当面',
    oral: '口头',
    'signed-mail': '挂号信',
    mail: '平信',
    fax: '传真',
    telephone: '电话',
  },
  class: annualWords.applicants,
  reply: {
    'already-public': '已主动公开',
    provided: '予以公开',
    partial: '部分公开',
    refused: '不予公开',
    'not-held': '不掌握',
    'not-ours': '非本机关',
    'to-be-made': '需另行制作',
    unclear: '补正后仍不明确',
    repeated: '重复申请',
    'special-law': '行政查询事项',
    petition: '信访举报投诉',
    publication: '公开出版物',
    excessive: '大量反复申请',
    confirmation: '确认或重新出具',
    'not-completed': '逾期不补正',
    'not-paid': '逾期不缴费',
    'other-result': '其他处理',
  },
  state: { moved: '已移送', merged: '已并案', withdrawn: '申请人撤回' },
  outcome: { done: '已办结', 'under-way': '正在办理', 'not-possible': '暂不能办理' },
  open: { received: '已登记', underWay: '正在办理', settled: '已办结' },
  asked: (day) => `${day} 告知`,
  completed: (day) => `${day} 收到`,
  span: (from, to) => `${from} 至 ${to}`,
  extended: (days) => `${days} 个工作日`,
  dispute: (kind, outcome) => `${annualWords.disputes[kind]}：${annualWords.outcomes[outcome]}`,
};

const en: CaseLedgerWords = {
  channel: {
    online: 'online',
    kiosk: 'terminal',
    counter: 'in person',
    oral: 'orally',
    'signed-mail': 'signed mail',
    mail: 'mail',
    fax: 'fax',
    telephone: 'telephone',
  },
  class: {
    person: 'Person',
    business: 'Business',
    research: 'Research',
    welfare: 'Welfare',
    legal: 'Legal services',
    other: 'Other',
  },
  reply: {
    'already-public': 'Public already',
    provided: 'Provided',
    partial: 'Partly disclosed',
    refused: 'Refused',
    'not-held': 'Not held',
    'not-ours': 'Not ours',
    'to-be-made': 'Would have to be made',
    unclear: 'Unclear after completion',
    repeated: 'Repeated',
    'special-law': 'Under another law',
    petition: 'Petition or complaint',
    publication: 'Publication',
    excessive: 'Excessive',
    confirmation: 'Confirmation',
    'not-completed': 'Not completed',
    'not-paid': 'Not paid',
    'other-result': 'Other',
  },
  state: { moved: 'Moved on', merged: 'Merged', withdrawn: 'Withdrawn' },
  outcome: { done: 'Done', 'under-way': 'Under way', 'not-possible': 'Not possible now' },
  open: { received: 'Registered', underWay: 'Under way', settled: 'Settled' },
  asked: (day) => `asked ${day}`,
  completed: (day) => `received ${day}`,
  span: (from, to) => `${from} to ${to}`,
  extended: (days) => `${days} working days`,
  dispute: (kind, outcome) => `${disputesEn[kind]}: ${outcomesEn[outcome]}`,
};

const disputesEn = { review: 'Review', suit: 'Suit', suitAfterReview: 'Suit after review' } as const;
const outcomesEn = { upheld: 'upheld', corrected: 'corrected', other: 'other', pending: 'pending' } as const;

export const caseLedgerWords: Readonly<Record<Language, CaseLedgerWords>> = { 'zh-CN': zh, en };
