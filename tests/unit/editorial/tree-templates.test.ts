// The ready-made trees are whole, and installing one adds what is missing and nothing twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { installTemplate, previewTemplate } from '#hub/editorial/install-template.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { listTree } from '#hub/editorial/tree.ts';
import { changeNode } from '#hub/editorial/tree-edits.ts';
import { countOnNodes, listNodeMatters } from '#hub/editorial/tree-matters.ts';
import { loadTemplates, parseTemplate } from '#hub/editorial/tree-templates/load-templates.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import type { TemplateInstall } from '#shared/protocol/tree-api.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let agencyId: string;
beforeEach(async () => {
  temp = await openTempDesk();
  agencyId = (await createAgency(temp.desk, agencyInput('河湾区政府办'), clerk)).id;
});
afterEach(() => temp.close());

const forAgency = (changes: Partial<TemplateInstall> = {}): TemplateInstall => ({
  agencyId,
  sections: [],
  approve: false,
  ...changes,
});
const countMatters = async () =>
  (await countOnNodes(temp.desk.db)).reduce((sum, { matters }) => sum + matters, 0);

describe('the ready-made trees › when they are loaded', () => {
  const templates = loadTemplates();

  it('cover every system of disclosure', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      ...['government', 'party', 'village', 'enterprise'],
      ...['education', 'health', 'water', 'power', 'gas', 'heat', 'transport', 'environment'],
    ]);
  });

  it('have for every matter what must be public, its basis, a deadline, a channel and a tier', () => {
    for (const { nodes } of templates) {
      for (const { details } of nodes.flatMap(({ matters }) => matters)) {
        expect(details.elements).not.toBe('');
        expect(details.basis).not.toBe('');
        expect(details.deadline?.text).toBeTruthy();
        expect(details.channels.length).toBeGreaterThan(0);
        expect(details.tiers.length).toBeGreaterThan(0);
        expect(parseDetails('matter', details)).toMatchObject({ ok: true });
      }
    }
  });

  it('name all 15 items of Art. 20 and all 26 fields', () => {
    const nodes = templates.find(({ id }) => id === 'government')?.nodes ?? [];
    expect(
      nodes.filter(({ basis }) => basis?.startsWith('条例第二十条（') === true && !basis.includes('；'))
        .length,
    ).toBeGreaterThanOrEqual(15);
    expect(nodes.filter(({ isField }) => isField)).toHaveLength(26);
  });

  it('never repeat a title under one node', () => {
    for (const { nodes } of templates) {
      for (const { matters } of nodes) {
        expect(new Set(matters.map(({ title }) => title)).size).toBe(matters.length);
      }
    }
  });
});

describe('a template › when a node stands before its parent', () => {
  it('is refused', () => {
    const nodes = [
      { id: 'a', under: 'b', title: '甲' },
      { id: 'b', under: null, title: '乙' },
    ];
    const defaults = { channels: [], tiers: [] };
    expect(() => parseTemplate({ id: 't', title: '试', basis: '试', defaults, nodes })).toThrow(
      /out of place/,
    );
  });
});

describe('installing › when the store has the default tree', () => {
  it('adds exactly what the preview said, as drafts of the chosen agency', async () => {
    const said = await previewTemplate(temp.desk, 'party', forAgency());
    expect(said).toEqual({ nodes: 7, matters: 16, keptNodes: 0, keptMatters: 0 });
    expect(await countMatters()).toBe(0);
    expect(await installTemplate(temp.desk, 'party', forAgency(), clerk)).toEqual(said);
    expect(await countMatters()).toBe(16);
    const { matters } = await listNodeMatters(temp.desk.db, 'party-1');
    expect(matters[0]).toMatchObject({ agencyName: '河湾区政府办', state: 'draft', responsiblePerson: null });
  });

  it('uses the nodes of the regulation that are there', async () => {
    const before = (await listTree(temp.desk.db)).length;
    const outcome = await installTemplate(temp.desk, 'government', forAgency(), clerk);
    // 重大建设项目 and 社会救助 are sections of Art. 20 and 21 already and become no fields of their own.
    expect(outcome.nodes).toBe(24);
    expect(await listTree(temp.desk.db)).toHaveLength(before + 24);
  });

  it.each(['government', 'village', 'water'])('%s › installed again adds nothing', async (id) => {
    const first = await installTemplate(temp.desk, id, forAgency(), clerk);
    const again = await installTemplate(temp.desk, id, forAgency(), clerk);
    expect(again).toMatchObject({ nodes: 0, matters: 0, keptMatters: first.matters });
  });

  it('and nodes and matters have been renamed › again adds nothing', async () => {
    await installTemplate(temp.desk, 'party', forAgency(), clerk);
    await changeNode(temp.desk, 'party-1', { title: '决策公开', basis: null }, clerk);
    const records = createRecordService(temp.desk);
    const [matter] = (await listNodeMatters(temp.desk.db, 'party-1')).matters;
    const { content } = await records.detail(matter?.id ?? '');
    await records.update(matter?.id ?? '', { ...content, title: '另一个名称' }, 1, clerk);
    const again = await installTemplate(temp.desk, 'party', forAgency(), clerk);
    expect(again).toMatchObject({ nodes: 0, matters: 0 });
  });

  it('for a second agency › adds its own matters under the same nodes', async () => {
    await installTemplate(temp.desk, 'village', forAgency(), clerk);
    const other = await createAgency(temp.desk, agencyInput('竹溪村'), clerk);
    const outcome = await installTemplate(temp.desk, 'village', forAgency({ agencyId: other.id }), clerk);
    expect(outcome).toMatchObject({ nodes: 0, matters: 20 });
  });

  it('with a section left out and another given away › does so', async () => {
    const other = await createAgency(temp.desk, agencyInput('财政局'), clerk);
    const sections = [
      { node: 'party-6', agencyId: null },
      { node: 'party-5', agencyId: other.id },
    ];
    const outcome = await installTemplate(temp.desk, 'party', forAgency({ sections }), clerk);
    expect(outcome).toMatchObject({ nodes: 6, matters: 14 });
    const { matters } = await listNodeMatters(temp.desk.db, 'party-5');
    expect(matters.map(({ agencyName }) => agencyName)).toEqual(['财政局', '财政局', '财政局']);
  });

  it('with approval › makes them public with the next release, and is on record', async () => {
    await installTemplate(temp.desk, 'heat', forAgency({ approve: true }), clerk);
    const states = await temp.desk.db.selectFrom('records').select('state').execute();
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['approved']));
    const entry = await temp.desk.db
      .selectFrom('audit_entries')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toMatchObject({ action: 'tree.install', who: clerk.name });
  });

  it('for an agency or template nobody knows › refuses and adds nothing', async () => {
    await expect(installTemplate(temp.desk, 'party', forAgency({ agencyId: 'x' }), clerk)).rejects.toThrow(
      /unknown-agency/,
    );
    await expect(installTemplate(temp.desk, 'nothing', forAgency(), clerk)).rejects.toThrow(/not-found/);
    expect(await countMatters()).toBe(0);
  });
});
