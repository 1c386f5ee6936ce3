// All fields by kind of import, with the headings of notice and page lists.
import type { ImportKind } from '../draft.ts';
import { field, type ImportField } from './field.ts';
import { guideFields } from './guide-fields.ts';
import { header, title } from './header-fields.ts';
import { matterFields } from './matter-fields.ts';

const noticeFields: readonly ImportField[] = [
  field('title', '标题', 'Title', `公告标题 公示标题 公告名称 公示名称 公示事项 通知标题`, title.names),
  field('level', '公告级别', 'Level', `级别 重要程度 紧急程度 公告类型 等级`),
  field(
    'startsOn',
    '公示开始日期',
    'Starts on',
    `
      开始日期 开始时间 公示开始 公示起始 公示开始时间 公示起始日期 公示起始时间 起始日期 公告开始日期 生效日期
      starts_on 公示起始日`,
  ),
  field(
    'endsOn',
    '公示结束日期',
    'Ends on',
    `
      结束日期 结束时间 公示结束 公示截止 公示结束时间 公示截止日期 公示截止时间 截止日期 截止时间 公告截止日期
      ends_on 公示截止日`,
  ),
  field(
    'period',
    '公示期',
    'Period',
    '公示时间 公示期限 公示期间 公告期 公告期限 起止日期 公示起止时间 起止时间',
  ),
  field(
    'contact',
    '联系方式',
    'Contact',
    '联系电话 反馈方式 意见反馈方式 联系人及电话 咨询电话 受理电话 监督电话',
  ),
  field(
    'objection',
    '异议受理',
    'Objections',
    '异议反馈 异议受理方式 异议渠道 异议电话 异议受理电话 异议受理单位',
  ),
  ...header,
];

const pageFields: readonly ImportField[] = [
  field('section', '版块', 'Section', `页面类型 板块 栏目类型 页面类别 平台栏目`),
  title,
  ...header,
];

/** Fields by kind, in the order the column picker shows them. */
export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  matters: matterFields,
  documents: [title, ...header],
  guides: guideFields,
  notices: noticeFields,
  pages: pageFields,
  // Its columns are its own: see shared/registers.
  register: [],
};
