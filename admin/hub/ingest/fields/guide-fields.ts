// The headings of lists of service guides.
import { morePlaceFields } from '../guide-tables.ts';
import { field, type ImportField } from './field.ts';
import { header, title } from './header-fields.ts';

const numerals = ['二', '三', '四', '五'];

/** 办理地点2 … 办理地点5: one place a column, its parts between bars. */
const morePlaces = morePlaceFields.map((name, at) =>
  field(
    name,
    `办理地点${at + 2}`,
    `Place ${at + 2}`,
    `办理地址${at + 2} 办理地点${numerals[at]} 地点${at + 2}`,
  ),
);

/** Fields of a guide, in the order the column picker shows them. */
export const guideFields: readonly ImportField[] = [
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
  field(
    'address',
    '办理地址',
    'Address',
    `办理地点 办公地址 地址 办事地点 受理地点 地点 办理地点1 办理地址1`,
  ),
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
  field(
    'subjects',
    '办事主题',
    'Subjects',
    `
      面向自然人主题分类 面向自然人事项主题分类 面向法人主题分类 面向法人事项主题分类 事项主题分类 服务主题
      事项主题 所属主题 个人主题 法人主题`,
  ),
  field('group', '主项', 'Main item', `主项名称 主事项 主事项名称 大项 大项名称 main_item 所属主项`),
  field('conditions', '受理条件', 'Conditions', `申请条件 办理条件 申报条件 许可条件 准予批准的条件`),
  field(
    'materials',
    '材料',
    'Materials',
    '申请材料 材料名称 办理材料 申报材料 所需材料 材料清单 申请材料目录 提交材料',
  ),
  field('steps', '办理流程', 'Steps', '环节 办理环节 流程 办事流程 办理程序 办理步骤 审批流程 基本流程'),
  field('basis', '法律依据', 'Basis', `设定依据 办理依据 依据 实施依据 政策依据`),
  field('fees', '收费项目', 'Fee items', `收费明细 收费清单 收费项目名称 收费目录`),
  field('places', '其他办理地点', 'Other places', `办理地点列表 办理点 其他办理点 其他窗口 办理网点`),
  ...morePlaces,
  field('questions', '常见问答', 'Questions', `常见问题 问答 常见问题解答`),
  ...header.filter(({ field: name }) => name !== 'body'),
  field('body', '正文', 'Text', `办事指南正文 bodyHtml content 说明 备注`),
];
