// The vocabulary of imports: every field, its labels for staff, and the headings agencies give it.
import { foldText } from '#shared/catalogue/clean-text.ts';
import type { ImportKind } from './draft.ts';

/** A field a column can be assigned to. */
export interface ImportField {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  /** Headings and keys it goes by, folded: no blanks, half width, lower case. */
  readonly names: readonly string[];
}

/** `names` is a list parted by blanks; the field's own name and label always count. */
function field(name: string, zh: string, en: string, names = '', more: readonly string[] = []): ImportField {
  const all = [name, zh, ...names.split(/\s+/u), ...more].map(foldHeading).filter((one) => one !== '');
  return { field: name, zh, en, names: all };
}

const agency = field(
  'agency',
  '发布机构',
  'Agency',
  `
      发文机关 公开主体 发文机构 制发机关 公开机构 发文单位 发布单位 信息来源 责任主体 公开责任主体
      实施主体 实施机关 责任单位 公开单位 主体 机构 部门 所属部门 单位 制定机关 颁布机关 issuer
      department agencyName publisher organ`,
);
const indexNo = field(
  'indexNo',
  '索引号',
  'Index number',
  `信息索取号 索取号 信息索引号 索引编号 index_no index`,
);
const docNo = field(
  'docNo',
  '文号',
  'Document number',
  '发文字号 文件编号 发文号 文件号 字号 发文文号 文件文号 doc_no documentNo',
);
const date = field(
  'date',
  '成文日期',
  'Date formed',
  `
      生成日期 发文日期 形成日期 制发日期 印发日期 公开日期 成文时间 生成时间 发文时间 颁布日期
      公布日期 通过日期 日期 formedOn 制定日期`,
);
const publishedOn = field(
  'publishedOn',
  '发布日期',
  'Published on',
  '发布时间 公布时间 上网日期 公开时间 published_on publishDate published',
);
const topic = field(
  'topic',
  '主题分类',
  'Topic',
  '分类 主题 类别 信息分类 组配分类 事项主题 主项名称 category main_item 所属主题',
);
const genre = field('genre', '体裁', 'Genre', `体裁分类 文种 公文种类 信息体裁`);
const validity = field(
  'validity',
  '有效性',
  'Validity',
  `时效 时效性 效力 效力状态 有效状态 是否有效 状态 status`,
);
const expiresOn = field(
  'expiresOn',
  '废止日期',
  'Ceases on',
  `失效日期 废止时间 失效时间 终止日期 有效期至 expires_on`,
);
const keywords = field('keywords', '关键词', 'Keywords', `主题词 关键字 标签 tags`);
const summary = field(
  'summary',
  '内容概述',
  'Summary',
  `内容概要 摘要 概述 信息概述 内容摘要 history 沿革 abstract`,
);
const body = field('body', '正文', 'Text', `内容 信息内容 公告内容 全文 bodyHtml content text html`);
const treePath = field(
  'treePath',
  '目录',
  'Catalogue path',
  `栏目 分类路径 所属栏目 目录分类 公开目录 tree_path 栏目路径`,
);
const attachments = field('attachments', '附件', 'Attachments', `附件名称 相关附件 files`);

const header = [
  indexNo,
  docNo,
  agency,
  date,
  publishedOn,
  topic,
  genre,
  validity,
  expiresOn,
  keywords,
  summary,
  body,
  treePath,
  attachments,
];
const title = field(
  'title',
  '标题',
  'Title',
  '名称 信息名称 文件名称 文件标题 信息标题 题名 文件名 公文标题 政策名称 name',
);

const matterFields: readonly ImportField[] = [
  field('number', '序号', 'Number', `编号 号 no 序列 顺序号`),
  field(
    'item',
    '公开事项',
    'Item',
    `
      事项 公开事项名称 事项名称 公开项目 公开目录 公开类别 事项类别 事项分类 公开事项类别 目录名称
      title 标题 name levels 公开事项分类`,
  ),
  field(
    'level1',
    '一级事项',
    'Level 1',
    '一级 一级目录 一级公开事项 一级类别 一级分类 一级指标 第一级 一级事项名称 一级标题 一级栏目',
  ),
  field(
    'level2',
    '二级事项',
    'Level 2',
    '二级 二级目录 二级公开事项 二级类别 二级分类 二级指标 第二级 二级事项名称 二级标题 二级栏目',
  ),
  field(
    'level3',
    '三级事项',
    'Level 3',
    '三级 三级目录 三级公开事项 三级类别 三级分类 三级指标 第三级 三级事项名称 三级标题 三级栏目',
  ),
  field(
    'elements',
    '公开内容（要素）',
    'What is disclosed',
    `
      公开内容 公开要素 内容要素 公开内容及要素 公开内容要素 内容 公开内容和要素 公开的内容
      公开内容与要素 主要内容 要素 公开内容(要素)及要求 公开具体内容`,
  ),
  field('basis', '公开依据', 'Basis', '依据 法律依据 政策依据 法定依据 公开的依据 公开依据文件 设定依据'),
  field(
    'deadline',
    '公开时限',
    'Deadline',
    '时限 公开时间 公开期限 公开时限要求 公开的时限 公开时效 更新时限 更新周期 公开频次',
  ),
  field('agency', '公开主体', 'Agency', `责任主体(公开主体) 公开责任单位 公开机关 公开部门`, agency.names),
  field(
    'channels',
    '公开渠道和载体',
    'Channels',
    `
      公开渠道 公开载体 公开渠道载体 渠道和载体 公开渠道及载体 公开渠道与载体 渠道 载体 公开平台
      公开形式 公开方式和载体 公开途径 公开场所 公开渠道和载体形式`,
  ),
  field('audience', '公开对象', 'Audience', `对象 公开范围 面向对象`),
  field(
    'audience.everyone',
    '公开对象：全社会',
    'Audience: everyone',
    `全社会 社会 全社会公开 社会公众 面向社会`,
  ),
  field(
    'audience.specific',
    '公开对象：特定群体',
    'Audience: specific',
    '特定群体 特定群众 特定对象 特定人群 特殊群体 特定公众 特定群体(群众)',
  ),
  field('mode', '公开方式', 'Mode', `方式 公开属性 公开类型`),
  field('mode.proactive', '公开方式：主动', 'Mode: proactive', `主动 主动公开`),
  field(
    'mode.on-request',
    '公开方式：依申请',
    'Mode: on request',
    `依申请 依申请公开 申请公开 依申请公开(特定)`,
  ),
  field('tier', '公开层级', 'Tier', `层级 公开级别 公开级次 tiers`),
  field(
    'tier.county',
    '公开层级：县级',
    'Tier: county',
    `
      县级 区级 县区级 县(区)级 县(市、区)级 县(市区)级 区(县)级 市级 县市级 旗级 旗县级 市县级
      市、县级 县市区级 区县级 县、区级 区本级 县本级 县 区 市(县)级 县(市)级 新区级 管委会
      开发区级 省级 县直 区直 市`,
  ),
  field(
    'tier.township',
    '公开层级：乡级',
    'Tier: township',
    `
      乡级 镇级 街道 街道级 乡镇 乡镇级 乡(镇)级 乡(镇) 镇街 镇街级 乡镇(街道) 乡镇(街道)级
      乡镇街道 镇(街道) 镇(街道)级 乡(镇、街道)级 街道办 街镇 街镇级 镇(街)级 街道(乡镇) 乡、镇级
      乡、镇(街道)级 苏木乡镇级 街道(镇) 办事处 镇乡级 乡 镇`,
  ),
  field(
    'tier.village',
    '公开层级：村级',
    'Tier: village',
    `
      村级 村 社区 村(社区) 村(社区)级 社区级 村、社区 村居 村(居)级 村(居) 村社级 村社区 村社区级
      嘎查村级 村(居、社区) 村/社区 居委会`,
  ),
  field(
    'tier.township-village',
    '公开层级：乡、村级',
    'Tier: township and village',
    `
      乡、村级 乡村级 乡镇村级 镇村级 镇、村级 乡村 镇村 乡镇、村级 乡(镇)、村级 乡(镇)村级
      乡镇(村)级 乡(村)级 街道、社区 街道社区 街道、社区级 街道(社区) 镇街、村居 镇(街)村(居)级
      乡级(村级) 乡级、村级 镇级、村级 乡镇(街道)、村(社区)级 乡镇(街道)、村(社区)
      乡镇(街道)村(社区)级 镇(街道)、村(社区)级 街道、村级 乡镇村 乡、村 镇、村 乡级/村级 乡/村级`,
  ),
  field('field', '领域', 'Field', `试点领域 公开领域 所属领域 领域名称`),
  field(
    'responsible',
    '责任部门/责任人',
    'Responsible',
    `
      责任部门 责任人 责任科室 责任股室 具体责任部门 负责部门 承办科室 承办机构 责任处室 牵头部门
      联系人 owner`,
  ),
  indexNo,
  treePath,
];

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

/** A heading as it is compared: no blanks, half width, lower case, no trailing colon or star. */
export function foldHeading(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[﹙〔【[]/gu, '(')
    .replace(/[﹚〕】\]]/gu, ')')
    .replace(/^[*★]+|[*★:：]+$/gu, '');
}
