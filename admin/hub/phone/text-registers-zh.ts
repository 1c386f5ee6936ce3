// The words of registers and their entries on the phone, in Chinese.
import type { ChartType } from '#shared/catalogue/chart-model.ts';

const forms: Readonly<Record<ChartType, string>> = {
  bar: '条形图',
  line: '折线图',
  composition: '构成图',
};

export const registersChinese = {
  about: '关于这份信息',
  owner: '发布机构',
  period: '统计期间',
  updated: '更新日期',
  count: '收录',
  entries: (count: string) => `${count} 条`,
  faults: '数字对不上，照原样公开',
  faultsLine: '下面这些数字在原表中就是这样。发布机构公开时没有改动。',
  remarks: '变化说明',
  lookUp: '查找',
  searchIn: (title: string) => `在“${title}”里查找`,
  hint: '名称、代码或其他内容',
  by: (title: string) => `按${title}找`,
  estimate: (count: string) => `约 ${count}`,
  latest: '最近的条目',
  all: (count: string) => `看全部 ${count} 条`,
  empty: (agency: string) => `这里还没有条目。由${agency}负责提供，更新以后会自动出现在这里。`,
  leave: '查全部内容',
  ranking: '排行',
  rankedBy: (value: string, unit: string | null) =>
    unit === null ? `按${value}排行` : `按${value}排行，单位：${unit}`,
  place: (place: number) => `第 ${place} 名`,
  up: (count: number) => `升 ${count} 位`,
  down: (count: number) => `降 ${count} 位`,
  same: '持平',
  isNew: '新上榜',
  compared: '升降是和上一期的名次相比。',
  allPlaces: (count: number) => `看其余 ${count} 名`,
  table: '表格',
  forms,
  chartName: (title: string, form: string, count: number) => `${title}，${form}，${count} 项`,
  unit: (unit: string) => `单位：${unit}`,
  figures: '看图中的数字',
  folded: (shown: number, all: number) => `图中画出前 ${shown} 项，全部 ${all} 项见下面的数字。`,
  item: '项目',
  withUnit: (name: string, unit: string) => `${name}（${unit}）`,
  share: '占比',
  whole: '合计',
  rest: (count: number) => `其他 ${count} 项`,
  key: '图例',
  facts: '登记内容',
  from: '出自',
  partOf: '属于',
  ofPeriod: (title: string, period: string) => `${title}（${period}）`,
  shownUntil: (day: string) => `公布到 ${day}，到期后自动撤下`,
};

export type RegistersText = typeof registersChinese;
