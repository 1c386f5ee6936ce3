// Words of the printed figures, in both languages.
import type { Language } from '#shared/errors/app-error.ts';
import type { StatisticPeriod } from '#shared/protocol/statistics-api.ts';
import type { HandOffWay, VisitMode } from '#shared/statistics/sum-keys.ts';

export interface StatisticWords {
  title(from: string, to: string): string;
  monthsTitle(year: number): string;
  made(at: string): string;
  slot(at: string, period: StatisticPeriod): string;
  readonly time: string;
  readonly month: string;
  readonly total: string;
  readonly nothing: string;
  readonly foundNothing: string;
  readonly terminals: string;
  readonly notFound: string;
  readonly figures: Readonly<Record<'visits' | 'opened' | 'searches' | 'handed', string>>;
  readonly ways: Readonly<Record<HandOffWay, string>>;
  readonly modes: Readonly<Record<VisitMode, string>>;
}

const zh: StatisticWords = {
  title: (from, to) => (from === to ? `查阅终端利用情况（${from}）` : `查阅终端利用情况（${from}至${to}）`),
  monthsTitle: (year) => `${year}年信息公开查阅利用情况统计表`,
  made: (at) => `制表时间 ${at}`,
  slot: (at, period) =>
    period === 'day' ? `${Number(at)}时` : period === 'year' ? `${Number(at.slice(5))}月` : at,
  time: '时间',
  month: '月份',
  total: '合计',
  nothing: '其中',
  foundNothing: '检索无结果（次）',
  terminals: '各终端',
  notFound: '查而未得的词（次数为不少于5人次的合计）',
  figures: { visits: '利用人次', opened: '利用件次', searches: '检索次数', handed: '手机带走' },
  ways: { qr: '扫码带走', list: '清单带走', print: '打印', text: '文字二维码' },
  modes: {
    elder: '使用大字',
    contrast: '使用高对比',
    low: '使用低位',
    speech: '使用朗读',
    handwriting: '使用手写',
    en: '使用英文界面',
  },
};

const en: StatisticWords = {
  title: (from, to) =>
    from === to ? `Use of the terminals, ${from}` : `Use of the terminals, ${from} to ${to}`,
  monthsTitle: (year) => `Use of disclosed information by month, ${year}`,
  made: (at) => `Made ${at}`,
  slot: (at, period) => (period === 'day' ? `${at}:00` : at),
  time: 'Time',
  month: 'Month',
  total: 'Total',
  nothing: 'Of these',
  foundNothing: 'Searches that found nothing',
  terminals: 'By terminal',
  notFound: 'Looked for and not found (sums of five visits or more)',
  figures: { visits: 'Visits', opened: 'Records opened', searches: 'Searches', handed: 'Taken home' },
  ways: { qr: 'By code', list: 'As a list', print: 'Printed', text: 'As text in a code' },
  modes: {
    elder: 'Large text',
    contrast: 'High contrast',
    low: 'Low reach',
    speech: 'Read aloud',
    handwriting: 'Handwriting',
    en: 'English',
  },
};

export const statisticWords: Readonly<Record<Language, StatisticWords>> = { 'zh-CN': zh, en };
