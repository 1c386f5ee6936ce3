// The catalogue tree an empty store starts with: the platform's four sections and the items of Art. 20 and 21.
import { sectionNodes } from '#shared/catalogue/disclosure-sections.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';

/** Nodes other code places content under; the rest of the tree staff may shape as they like. */
export const treeIds = {
  guide: sectionNodes['disclosure-guide'],
  rules: sectionNodes.rules,
  proactive: sectionNodes.proactive,
  annualReports: sectionNodes['annual-report'],
  notices: 'notices',
  matters: 'standard-matters',
} as const;

/** 条例第二十条, items (1) to (15), in our own short wording. */
const article20 = [
  '法规、规章和规范性文件',
  '机构职能、设置与联系方式',
  '规划、计划与政策',
  '统计信息',
  '行政许可和其他对外管理服务',
  '行政处罚与行政强制',
  '财政预算与决算',
  '行政事业性收费',
  '政府集中采购',
  '重大建设项目',
  '扶贫、教育、医疗、社会保障与就业政策',
  '突发公共事件应急预案、预警与应对',
  '环境、卫生、安全生产、食品药品与产品质量监督检查',
  '公务员招考',
  '其他应当主动公开的信息',
] as const;

/** 条例第二十一条: what counties and their departments add. */
const article21County = [
  '市政建设',
  '公共服务',
  '公益事业',
  '土地征收',
  '房屋征收',
  '治安管理',
  '社会救助',
] as const;

/** 条例第二十一条: what townships add and counties do not have. */
const article21Township = [
  '农业农村政策落实',
  '农田水利工程建设运营',
  '农村土地承包经营权流转',
  '宅基地使用情况审核',
  '筹资筹劳',
] as const;

/** The id of an item of Art. 20, counting from 1. */
export function article20Id(item: number): string {
  return `proactive-20-${String(item).padStart(2, '0')}`;
}

const numerals = '一二三四五六七八九十';

/** 1 to 19 in Chinese numerals. */
function chineseNumber(number: number): string {
  const unit = numerals[(number - 1) % 10] ?? '';
  return number <= 10 ? unit : `十${unit}`;
}

/** The whole default tree, parents before children. */
export function defaultTree(): readonly TreeNode[] {
  const under = (
    parentId: string | null,
    id: string,
    title: string,
    basis: string | null,
    order: number,
  ) => ({
    id,
    parentId,
    title,
    basis,
    order,
  });
  const { guide, rules, proactive, annualReports, notices, matters } = treeIds;
  const additions = (titles: readonly string[], group: string, from: number) =>
    titles.map((title, index) =>
      under(proactive, `proactive-21-${group}-${index + 1}`, title, '条例第二十一条', from + index),
    );
  return [
    under(null, guide, '政府信息公开指南', '条例第十二条', 1),
    under(null, rules, '政府信息公开制度', '条例第四条', 2),
    under(null, proactive, '法定主动公开内容', '条例第十九条', 3),
    under(null, annualReports, '政府信息公开年报', '条例第四十九条', 4),
    ...article20.map((title, index) =>
      under(
        proactive,
        article20Id(index + 1),
        title,
        `条例第二十条（${chineseNumber(index + 1)}）`,
        index + 1,
      ),
    ),
    ...additions(article21County, 'county', 21),
    ...additions(article21Township, 'township', 31),
    under(proactive, notices, '公告公示', null, 41),
    under(proactive, matters, '基层政务公开标准目录', null, 42),
  ];
}
