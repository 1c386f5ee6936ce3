// The tree is shaped by hand: nothing is lost on the way, and every change is on record.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { listTree } from '#hub/editorial/tree.ts';
import { addNode, changeNode, moveNode, removeNode } from '#hub/editorial/tree-edits.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

const titlesUnder = async (parentId: string | null) =>
  (await listTree(temp.desk.db)).filter((node) => node.parentId === parentId).map(({ title }) => title);
const add = (parentId: string | null, title: string) =>
  addNode(temp.desk, { parentId, title, basis: null }, clerk);
const idOf = async (title: string) =>
  (await listTree(temp.desk.db)).find((node) => node.title === title)?.id ?? '';

describe('a node › when added', () => {
  it('comes last under its parent and is on record', async () => {
    await add('rules', '会议制度');
    await add('rules', '评议制度');
    expect(await titlesUnder('rules')).toEqual(['会议制度', '评议制度']);
    const entry = await temp.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(entry.map(({ action, subject }) => [action, subject])).toEqual([
      ['tree.add', '会议制度'],
      ['tree.add', '评议制度'],
    ]);
  });

  it('under a name its level has in another spelling › is refused', async () => {
    await add('rules', '会议制度A');
    await expect(add('rules', '会议 制度ａ')).rejects.toThrow(/title-taken/);
    await expect(add('nowhere', '甲')).rejects.toThrow(/not-found/);
  });

  it('deeper than a terminal walks › is refused', async () => {
    let parent = 'rules';
    for (let level = 2; level <= 10; level++) {
      await add(parent, `第${level}层`);
      parent = await idOf(`第${level}层`);
    }
    await expect(add(parent, '第11层')).rejects.toThrow(/too-deep/);
  });
});

describe('a node › when renamed', () => {
  it('keeps its place and its basis is what was given', async () => {
    await changeNode(temp.desk, 'guide', { title: '公开指南', basis: '条例第十二条第二款' }, clerk);
    const node = (await listTree(temp.desk.db)).find(({ id }) => id === 'guide');
    expect(node).toMatchObject({ title: '公开指南', basis: '条例第十二条第二款', order: 1 });
  });
});

describe('a node › when moved', () => {
  it('stands where it was put and the others keep their order', async () => {
    for (const title of ['甲', '乙', '丙']) await add('rules', title);
    await moveNode(temp.desk, await idOf('丙'), { parentId: 'rules', position: 0 }, clerk);
    expect(await titlesUnder('rules')).toEqual(['丙', '甲', '乙']);
    await moveNode(temp.desk, await idOf('甲'), { parentId: 'guide', position: 9 }, clerk);
    expect(await titlesUnder('rules')).toEqual(['丙', '乙']);
    expect(await titlesUnder('guide')).toEqual(['甲']);
  });

  it('below itself › is refused and nothing changes', async () => {
    await add('rules', '甲');
    const before = await listTree(temp.desk.db);
    const place = { parentId: await idOf('甲'), position: 0 };
    await expect(moveNode(temp.desk, 'rules', place, clerk)).rejects.toThrow(/below-itself/);
    await expect(moveNode(temp.desk, 'rules', { parentId: 'rules', position: 0 }, clerk)).rejects.toThrow(
      /below-itself/,
    );
    expect(await listTree(temp.desk.db)).toEqual(before);
  });
});

describe('a node › when removed', () => {
  it('goes when it is empty, and only then', async () => {
    await add('rules', '甲');
    await expect(removeNode(temp.desk, 'rules', clerk)).rejects.toThrow(/not-empty/);
    await removeNode(temp.desk, await idOf('甲'), clerk);
    await removeNode(temp.desk, 'rules', clerk);
    expect(await titlesUnder(null)).not.toContain('政府信息公开制度');
  });

  it('stays while the public version of a record hangs on it', async () => {
    const { id: agencyId } = await createAgency(temp.desk, agencyInput('甲局'), clerk);
    const records = createRecordService(temp.desk);
    const { id } = await records.create(documentInput(agencyId, { nodeId: 'rules' }), clerk);
    await records.approve([id], clerk);
    await records.update(id, documentInput(agencyId, { nodeId: 'guide' }), 1, clerk);
    await expect(removeNode(temp.desk, 'rules', clerk)).rejects.toThrow(/not-empty/);
    await records.approve([id], clerk);
    await removeNode(temp.desk, 'rules', clerk);
  });
});
