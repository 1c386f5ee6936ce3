// The words of the shelf of guides on the phone, in both languages.
import type { AudienceGroup } from '#shared/catalogue/guide-parts.ts';

const whoChinese: Readonly<Record<AudienceGroup, string>> = {
  person: '个人办事',
  organisation: '法人办事',
};

export const guideShelfChinese = {
  title: '办事指南',
  entrance: '办事指南：按主题、按部门找',
  back: '‹ 全部办事指南',
  searchLabel: '查办事指南',
  searchHint: '事项名称、材料或部门',
  byWho: '我要办的是',
  who: whoChinese,
  bySubject: '按主题',
  byAgency: '按部门',
  otherSubject: '其他',
  none: '这里还没有办事指南。换一个部门或主题看看，也可以直接查事项名称。',
  cut: (count: number) => `事项很多，这里列出最近的 ${count} 项。其余的请直接查事项名称。`,
  found: (count: number) => `共 ${count} 项`,
  pages: '翻页',
  others: '还想办别的',
  ofSubject: (subject: string) => `同一主题：${subject}`,
  ofAgency: (agency: string) => `同一部门：${agency}`,
  all: '全部办事指南',
};

export type GuideShelfText = typeof guideShelfChinese;

export const guideShelfEnglish: GuideShelfText = {
  title: 'Service guides',
  entrance: 'Service guides by subject and by department',
  back: '‹ All service guides',
  searchLabel: 'Search the service guides',
  searchHint: 'Name, material or department',
  byWho: 'Who it is for',
  who: { person: 'People', organisation: 'Organisations' },
  bySubject: 'By subject',
  byAgency: 'By department',
  otherSubject: 'Other',
  none: 'There are no guides here yet. Try another department or subject, or search by name.',
  cut: (count) => `There are many: these are the ${count} latest. Search by name for the others.`,
  found: (count) => (count === 1 ? '1 guide' : `${count} guides`),
  pages: 'Pages',
  others: 'Something else to do',
  ofSubject: (subject) => `Same subject: ${subject}`,
  ofAgency: (agency) => `Same department: ${agency}`,
  all: 'All service guides',
};
