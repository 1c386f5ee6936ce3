// All fields by kind of import, with the headings of guide, notice and page lists.
import type { ImportKind } from '../draft.ts';
import { field, type ImportField } from './field.ts';
import { header, title } from './header-fields.ts';
import { matterFields } from './matter-fields.ts';

const guideFields: readonly ImportField[] = [
  field(
    'title',
    '事项名称',
    'Item name',
    `
      办理事项 服务事项 办事事项 服务事项名称 政务服务事项名称 项目名称 子项名称 职权名称
      办理项名称 业务名称 itemName`,
    title.names,
  ),
  field(
    'itemType',
    '事项类型',
    'Item type',
    '权力类型 职权类型 事项性质 taskType 项目类型 类型 item_type 事项类别',
  ),
  field(
    'itemCode',
    '实施编码',
    'Item code',
    '事项编码 职权编码 编码 基本编码 item_code 事项代码 业务编码 权力编码',
  ),
  field('audience', '服务对象', 'Audience', `办理对象 申请对象 面向对象 服务对象类型`),
  field('level', '行使层级', 'Level', `办理层级 层级 实施层级`),
  field('address', '办理地址', 'Address', `办理地点 办公地址 地址 办事地点 受理地点 地点`),
  field('window', '窗口', 'Window', `办理窗口 受理窗口 窗口号 窗口名称`),
  field('hours', '办理时间', 'Hours', `办公时间 工作时间 受理时间 服务时间`),
  field('method', '办理方式', 'Method', `办理形式 申请方式 受理方式 办理渠道`),
  field('phone', '咨询电话', 'Phone', `联系电话 电话 咨询方式 办公电话 tel 联系方式`),
  field(
    'complaintPhone',
    '投诉电话',
    'Complaints',
    `监督电话 监督投诉电话 投诉方式 监督投诉方式 投诉监督电话`,
  ),
  field('statutoryLimit', '法定时限', 'Statutory limit', `法定办结时限 法定期限 法定办理时限 法定办结期限`),
  field(
    'promisedLimit',
    '承诺时限',
    'Promised limit',
    '承诺办结时限 承诺期限 办理时限 办结时限 承诺办理时限 承诺办结期限',
  ),
  field('fee', '收费', 'Fee', '收费标准 是否收费 收费情况 收费依据及标准 收费依据和标准 收费标准及依据 费用'),
  field('visits', '到现场次数', 'Visits', `到办事现场次数 跑动次数 到场次数 最多跑一次次数`),
  field('result', '结果', 'Result', `结果名称 办理结果 审批结果 办件结果 审批结果名称`),
  field(
    'onlineUrl',
    '网上办理地址',
    'Online address',
    '在线办理 网址 链接 办理链接 网上办理 网办地址 link url 网上办理网址',
  ),
  field('conditions', '受理条件', 'Conditions', `申请条件 办理条件 申报条件 许可条件 准予批准的条件`),
  field(
    'materials',
    '材料',
    'Materials',
    '申请材料 材料名称 办理材料 申报材料 所需材料 材料清单 申请材料目录 提交材料',
  ),
  field('steps', '办理流程', 'Steps', '环节 办理环节 流程 办事流程 办理程序 办理步骤 审批流程 基本流程'),
  field('basis', '法律依据', 'Basis', `设定依据 办理依据 依据 实施依据 政策依据`),
  field('questions', '常见问答', 'Questions', `常见问题 问答 常见问题解答`),
  ...header.filter(({ field: name }) => name !== 'body'),
  field('body', '正文', 'Text', `办事指南正文 bodyHtml content 说明 备注`),
];

const noticeFields: readonly ImportField[] = [
  field('title', '标题', 'Title', `公告标题 公示标题 公告名称 公示名称 公示事项 通知标题`, title.names),
  field('level', '公告级别', 'Level', `级别 重要程度 紧急程度 公告类型 等级`),
  field(
    'startsOn',
    '公示开始日期',
    'Starts on',
    `
      开始日期 开始时间 公示开始时间 公示起始日期 公示起始时间 起始日期 公告开始日期 生效日期
      starts_on 公示起始日`,
  ),
  field(
    'endsOn',
    '公示结束日期',
    'Ends on',
    `
      结束日期 结束时间 公示结束时间 公示截止日期 公示截止时间 截止日期 截止时间 公告截止日期
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
    '联系电话 异议反馈 反馈方式 意见反馈方式 联系人及电话 咨询电话 受理电话 监督电话',
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
};
