// Where imported records hang in the catalogue tree.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article20Id, defaultTree, treeIds } from '#hub/editorial/default-tree.ts';
import { type Placeable, placeRecord } from '#hub/editorial/place-record.ts';
import { installDefaultTree, listTree, loadTreeIndex, type TreeIndex } from '#hub/editorial/tree.ts';
import { openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let tree: TreeIndex;
beforeEach(async () => {
  temp = await openTempDesk();
  tree = await loadTreeIndex(temp.desk);
});
afterEach(() => temp.close());

const nobody = async () => null;
const document: Placeable = {
  kind: 'document',
  title: '关于供水的事',
  topic: null,
  genre: null,
  treePath: [],
  details: null,
};

/** Titles from the root down to a node. */
async function pathOf(nodeId: string | null): Promise<string> {
  await tree.flush(temp.desk.db);
  const nodes = new Map((await listTree(temp.desk.db)).map((node) => [node.id, node]));
  const titles: string[] = [];
  for (let node = nodes.get(nodeId ?? ''); node !== undefined; node = nodes.get(node.parentId ?? '')) {
    titles.unshift(node.title);
  }
  return titles.join(' › ');
}

const place = async (changes: Partial<Placeable>, findMatter: Parameters<typeof placeRecord>[2] = nobody) =>
  placeRecord({ ...document, ...changes }, tree, findMatter);

describe('default tree', () => {
  it('when installed › it has the four sections and the fifteen items of Art. 20', async () => {
    const nodes = await listTree(temp.desk.db);
    expect(nodes).toHaveLength(defaultTree().length);
    expect(nodes.filter((node) => node.parentId === null).map((node) => node.title)).toEqual([
      '政府信息公开指南',
      '政府信息公开制度',
      '法定主动公开内容',
      '政府信息公开年报',
    ]);
    const items = nodes.filter((node) => node.basis?.startsWith('条例第二十条（'));
    expect(
      items
        .map((node) => node.basis?.slice(7, -1))
        .slice(0, 15)
        .join(' '),
    ).toBe('一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五');
  });

  it('when a tree is there already › it is left alone', async () => {
    await temp.desk.db.updateTable('tree_nodes').set({ title: '改名' }).where('id', '=', 'guide').execute();
    await installDefaultTree(temp.desk.db);
    expect((await listTree(temp.desk.db)).find((node) => node.id === 'guide')?.title).toBe('改名');
  });
});

describe('placeRecord', () => {
  const matter = (field: string | null, ...levels: string[]): Partial<Placeable> => ({
    kind: 'matter',
    details: {
      type: 'matter',
      field,
      levels,
      elements: '',
      basis: '',
      deadline: null,
      channels: [],
      otherChannels: [],
      audience: [],
      audienceNote: null,
      mode: [],
      tiers: [],
      responsible: null,
    },
  });

  it.each([
    ['field and two levels', matter('养老服务', '通用政策', '文件'), '养老服务 › 通用政策'],
    ['three levels', matter('养老服务', '业务', '申请', '指南'), '养老服务 › 业务 › 申请'],
    ['four levels', matter('养老服务', '业务', '申请', '指南', '表格'), '养老服务 › 业务 › 申请'],
    ['only one level', matter('养老服务', '指南'), '养老服务'],
  ])('when a matter has %s › it hangs under nodes made from them', async (_what, changes, path) => {
    const { nodeId } = await place(changes);
    expect(await pathOf(nodeId)).toBe(`法定主动公开内容 › 基层政务公开标准目录 › ${path}`);
  });

  it('when a field is a section of Art. 21 already › its matters hang there', async () => {
    const { nodeId } = await place(matter('社会救助', '最低生活保障', '审批信息'));
    expect(await pathOf(nodeId)).toBe('法定主动公开内容 › 社会救助 › 最低生活保障');
  });

  it('when a path skips levels › it is found below', async () => {
    await place(matter('养老服务', '业务办理', '指南'));
    const { nodeId } = await place({ treePath: ['法定主动公开内容', '养老服务', '业务办理'] });
    expect(await pathOf(nodeId)).toContain('基层政务公开标准目录 › 养老服务 › 业务办理');
  });

  it('when a path names what is not there › nodes are made once', async () => {
    const first = await place({ treePath: ['专题', '创建'] });
    const second = await place({ treePath: [' 专 题', '创建'] });
    expect(second.nodeId).toBe(first.nodeId);
    expect(await pathOf(first.nodeId)).toBe('法定主动公开内容 › 专题 › 创建');
  });

  it('when a path ends in a matter › the record fulfils it and hangs beside it', async () => {
    const { nodeId } = await place(matter('养老服务', '业务', '审批信息'));
    const found = await place({ treePath: ['养老服务', '业务', '审批信息'] }, async (node, title) =>
      node === nodeId && title === '审批信息' ? 'm1' : null,
    );
    expect(found).toEqual({ nodeId, matterId: 'm1' });
  });

  it.each([
    [{ kind: 'guide' }, article20Id(5)],
    [{ kind: 'notice' }, treeIds.notices],
    [{ kind: 'page', details: { type: 'page', section: 'annual-report' } }, treeIds.annualReports],
    [{ kind: 'page', details: { type: 'page', section: 'institution' } }, article20Id(2)],
    [{ title: '2024年度部门预算公开' }, article20Id(7)],
    [{ title: '残疾人保障条例' }, article20Id(1)],
    [{ title: '2024年国民经济统计公报' }, article20Id(4)],
    [{ title: '防汛应急预案' }, article20Id(12)],
    [{ genre: '通知' }, article20Id(1)],
    [{ topic: '卫生、体育' }, article20Id(11)],
    [{}, article20Id(15)],
  ] as const)(
    'when nothing names a place for %o › it hangs where its sort belongs',
    async (changes, node) => {
      expect((await place(changes as Partial<Placeable>)).nodeId).toBe(node);
    },
  );

  it('when nothing is flushed › the store stays as it was', async () => {
    await place({ treePath: ['专题', '创建'] });
    expect(await listTree(temp.desk.db)).toHaveLength(defaultTree().length);
  });
});
