// Fields of the common header, with the headings agencies give them.
import { field } from './field.ts';

export const agency = field(
  'agency',
  '发布机构',
  'Agency',
  `
      发文机关 公开主体 发文机构 制发机关 公开机构 发文单位 发布单位 信息来源 责任主体 公开责任主体
      实施主体 实施机关 责任单位 公开单位 主体 机构 部门 所属部门 单位 制定机关 颁布机关 issuer
      department agencyName publisher organ`,
);
export const indexNo = field(
  'indexNo',
  '索引号',
  'Index number',
  `信息索取号 索取号 信息索引号 索引编号 index_no index`,
);
export const docNo = field(
  'docNo',
  '文号',
  'Document number',
  '发文字号 文件编号 发文号 文件号 字号 发文文号 文件文号 doc_no documentNo',
);
export const date = field(
  'date',
  '成文日期',
  'Date formed',
  `
      生成日期 发文日期 形成日期 制发日期 印发日期 公开日期 成文时间 生成时间 发文时间 颁布日期
      公布日期 通过日期 日期 formedOn 制定日期`,
);
export const publishedOn = field(
  'publishedOn',
  '发布日期',
  'Published on',
  '发布时间 公布时间 上网日期 公开时间 published_on publishDate published',
);
export const topic = field(
  'topic',
  '主题分类',
  'Topic',
  '分类 主题 类别 信息分类 组配分类 事项主题 主项名称 category main_item 所属主题',
);
export const genre = field('genre', '体裁', 'Genre', `体裁分类 文种 公文种类 信息体裁`);
export const validity = field(
  'validity',
  '有效性',
  'Validity',
  `时效 时效性 效力 效力状态 有效状态 是否有效 状态 status`,
);
export const expiresOn = field(
  'expiresOn',
  '废止日期',
  'Ceases on',
  `失效日期 废止时间 失效时间 终止日期 有效期至 expires_on`,
);
export const shownFrom = field(
  'shownFrom',
  '展示起始',
  'Shown from',
  `展示开始 展示起始时间 展示开始时间 展示起 何时起展示 上架时间 shown_from`,
);
export const shownUntil = field(
  'shownUntil',
  '展示截止',
  'Shown until',
  `展示结束 展示截止时间 展示结束时间 展示止 何时止展示 下架时间 撤下时间 shown_until`,
);
export const keywords = field('keywords', '关键词', 'Keywords', `主题词 关键字 标签 tags`);
export const summary = field(
  'summary',
  '内容概述',
  'Summary',
  `内容概要 摘要 概述 信息概述 内容摘要 history 沿革 abstract`,
);
export const body = field('body', '正文', 'Text', `内容 信息内容 公告内容 全文 bodyHtml content text html`);
export const treePath = field(
  'treePath',
  '目录',
  'Catalogue path',
  `栏目 分类路径 所属栏目 目录分类 公开目录 tree_path 栏目路径`,
);
export const attachments = field('attachments', '附件', 'Attachments', `附件名称 相关附件 files`);

export const header = [
  indexNo,
  docNo,
  agency,
  date,
  publishedOn,
  topic,
  genre,
  validity,
  expiresOn,
  shownFrom,
  shownUntil,
  keywords,
  summary,
  body,
  treePath,
  attachments,
];
export const title = field(
  'title',
  '标题',
  'Title',
  '名称 信息名称 文件名称 文件标题 信息标题 题名 文件名 公文标题 政策名称 name',
);
