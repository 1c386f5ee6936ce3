// Finds the place of an imported record in the catalogue tree, making the nodes its path asks for.
import type { MatterDetails, PageSection, RecordDetails } from '#shared/catalogue/details.ts';
import type { WrittenKind } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { article20Id, treeIds } from './default-tree.ts';
import { nameKey } from './identity-keys.ts';
import type { TreeIndex } from './tree.ts';

/** What placing looks at. */
export interface Placeable {
  readonly kind: WrittenKind;
  readonly title: string;
  readonly topic: string | null;
  readonly genre: string | null;
  readonly treePath: readonly string[];
  readonly details: RecordDetails | null;
}

export interface Place {
  readonly nodeId: string | null;
  readonly matterId: string | null;
}

/** Finds the matter with this title key under a node that an agency's record fulfils, or null. */
export type MatterFinder = (nodeId: string, titleKey: string) => Promise<string | null>;

/** Levels of a matter that become nodes; deeper ones stay in its details. */
const matterNodeLevels = 2;

/**
 * Where a record hangs: a matter under its field and levels, anything with a path where the path leads, the
 * rest where its kind, topic, genre or title belong. A path ending in a matter also names that matter.
 */
export async function placeRecord(
  record: Placeable,
  tree: TreeIndex,
  findMatter: MatterFinder,
): Promise<Place> {
  if (record.details?.type === 'matter') return { nodeId: placeMatter(record.details, tree), matterId: null };
  const path = record.treePath.filter((title) => nameKey(title) !== '');
  if (path.length > 0) return followPath(path, tree, findMatter);
  const id = defaultNode(record);
  return { nodeId: tree.has(id) ? id : null, matterId: null };
}

/** A field the tree already has as a section (社会救助, of Art. 21) is that section. */
function placeMatter(details: MatterDetails, tree: TreeIndex): string | null {
  const section = details.field === null ? null : tree.child(anchor(tree, treeIds.proactive), details.field);
  const titles = details.levels.slice(0, -1).slice(0, matterNodeLevels);
  if (section === null && details.field !== null) titles.unshift(details.field);
  let node = section?.id ?? anchor(tree, treeIds.matters);
  for (const title of titles) {
    if (nameKey(title) !== '') node = tree.ensureChild(node, title).id;
  }
  return node;
}

/** Paths in lists skip levels: a title is looked for anywhere below the one before it, and made only then. */
async function followPath(
  path: readonly string[],
  tree: TreeIndex,
  findMatter: MatterFinder,
): Promise<Place> {
  let node: string | null = null;
  for (const [index, title] of path.entries()) {
    if (node !== null && index === path.length - 1) {
      const matterId = await findMatter(node, nameKey(title));
      if (matterId !== null) return { nodeId: node, matterId };
    }
    const found: TreeNode | null = tree.child(node, title) ?? tree.below(node, title);
    node = found?.id ?? tree.ensureChild(node ?? anchor(tree, treeIds.proactive), title).id;
  }
  return { nodeId: node, matterId: null };
}

/** Staff may have removed a node of the default tree; then what belongs there hangs at the root. */
function anchor(tree: TreeIndex, id: string): string | null {
  return tree.has(id) ? id : null;
}

const pageNodes: Readonly<Record<PageSection, string>> = {
  'disclosure-guide': treeIds.guide,
  rules: treeIds.rules,
  'annual-report': treeIds.annualReports,
  institution: article20Id(2),
  venue: treeIds.guide,
  other: article20Id(15),
};

function defaultNode(record: Placeable): string {
  if (record.details?.type === 'page') return pageNodes[record.details.section];
  if (record.kind === 'guide') return article20Id(5);
  if (record.kind === 'notice') return treeIds.notices;
  return article20Id(documentItem(record));
}

/** Words in a title that say which item of Art. 20 a document belongs to; the first that fits decides. */
const titleItems: readonly (readonly [words: RegExp, item: number])[] = [
  [/信息公开(工作)?年度报告/, 15],
  [/预算|决算|三公经费/, 7],
  [/统计公报|统计年鉴|普查|统计数据/, 4],
  [/收费|费用标准/, 8],
  [/政府采购|集中采购/, 9],
  [/应急预案|预警|突发(公共)?事件/, 12],
  [/公务员.*(招考|招录|录用|考试)/, 14],
  [/监督检查|抽检|抽查/, 13],
  [/行政处罚|行政强制/, 6],
  [/重大(建设)?项目/, 10],
  [/机构职能|内设机构|职能配置/, 2],
  [/(法|条例|规定|办法|细则|解释|规则|规范|决定|批复|通则|法典)(（[^）]*）)?$/, 1],
  [/规划|计划|纲要|工作报告|实施方案|工作要点/, 3],
];

/** Topics and genres that decide when the title does not. */
const topicItems: readonly (readonly [words: RegExp, item: number])[] = [
  [/教育|卫生|医疗|劳动|社会保障|就业|扶贫|民政/, 11],
  [/财政|金融|审计/, 7],
  [/环境保护|安全生产|食品|市场监管/, 13],
  [/命令|决定|意见|通知|规章|法规|规范性文件|法律|司法解释/, 1],
];

function documentItem(record: Placeable): number {
  const byTitle = titleItems.find(([words]) => words.test(record.title));
  if (byTitle !== undefined) return byTitle[1];
  const filed = `${record.topic ?? ''} ${record.genre ?? ''}`;
  return topicItems.find(([words]) => words.test(filed))?.[1] ?? 15;
}
