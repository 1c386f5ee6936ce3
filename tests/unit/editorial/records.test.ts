// Records through their life: made, changed, reviewed, withdrawn, with every version kept.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createAuditService } from '#hub/editorial/audit.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { RecordService } from '#hub/http/hub-services.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let records: RecordService;
let agencyId: string;
beforeEach(async () => {
  temp = await openTempDesk();
  records = createRecordService(temp.desk);
  agencyId = (await createAgency(temp.desk, agencyInput('交通运输局'), clerk)).id;
});
afterEach(() => temp.close());

describe('create', () => {
  it('when the input is sound › it stores a draft at version 1 with a code and a sanitised body', async () => {
    const bodyHtml = '<p onclick="x()">正文</p><script>alert(1)</script>';
    const detail = await records.create(documentInput(agencyId, { bodyHtml }), clerk);
    expect(detail).toMatchObject({
      version: 1,
      state: 'draft',
      approvedVersion: null,
      agencyName: '交通运输局',
    });
    expect(detail.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(detail.content.bodyHtml).toBe('<p>正文</p>');
    expect(detail.versions).toMatchObject([{ version: 1, who: '经办员', origin: 'editor' }]);
  });

  it.each([
    ['an unknown agency', { agencyId: 'nobody' }, /store\.unknown-agency/],
    ['an unknown node', { nodeId: 'nowhere' }, /store\.unknown-node/],
    ['an unknown matter', { matterId: 'nothing' }, /store\.unknown-matter/],
    ['a day that does not exist', { date: '2023-02-29' }, /store\.bad-details.*date/],
    [
      'details of the wrong shape',
      { kind: 'guide', details: { visits: 'often' } },
      /store\.bad-details.*visits/,
    ],
    [
      'an attachment never uploaded',
      { attachments: [{ sha256: '0'.repeat(64), name: '表.pdf', mediaType: 'application/pdf', bytes: 1 }] },
      /store\.unknown-attachment/,
    ],
  ] as const)('when it names %s › it refuses and stores nothing', async (_what, change, message) => {
    const input = documentInput(agencyId, change as object);
    await expect(records.create(input, clerk)).rejects.toThrow(message);
    expect((await records.overview()).counts.total).toBe(0);
  });

  it('when the kind has details of its own and none are given › it fills in empty ones', async () => {
    const guide = await records.create(documentInput(agencyId, { kind: 'guide' }), clerk);
    expect(guide.content.details).toMatchObject({ type: 'guide', itemCode: null, materials: [] });
    const notice = await records.create(documentInput(agencyId, { kind: 'notice', title: '公告' }), clerk);
    expect(notice.content.details).toMatchObject({ type: 'notice', level: 'ordinary' });
  });
});

describe('update', () => {
  it('when the editor started from the newest version › it stores the next one and keeps the old', async () => {
    const first = await records.create(documentInput(agencyId), clerk);
    temp.tick(1000);
    const second = await records.update(first.id, documentInput(agencyId, { title: '新标题' }), 1, clerk);
    expect(second).toMatchObject({ version: 2, code: first.code, state: 'draft' });
    expect(second.versions.map((version) => version.version)).toEqual([2, 1]);
    expect(await records.codeHistory(first.code)).toMatchObject({
      withdrawnAt: null,
      versions: [{ version: 2 }, { version: 1 }],
    });
  });

  it('when someone else stored a version meanwhile › it refuses and names who', async () => {
    const { id } = await records.create(documentInput(agencyId), clerk);
    await records.update(id, documentInput(agencyId, { title: '别人改的' }), 1, { ...clerk, name: '同事' });
    const late = records.update(id, documentInput(agencyId, { title: '我改的' }), 1, clerk);
    await expect(late).rejects.toMatchObject({
      code: 'store.conflict',
      details: { who: '同事', version: 2 },
    });
    expect((await records.detail(id)).content.title).toBe('别人改的');
  });

  it('when an approved record is changed › the approved version stays public until the next approval', async () => {
    const { id } = await records.create(documentInput(agencyId), clerk);
    await records.approve([id], clerk);
    await records.update(id, documentInput(agencyId, { title: '改过' }), 1, clerk);
    expect(await records.detail(id)).toMatchObject({ state: 'approved', version: 2, approvedVersion: 1 });
    const changed = await records.list({ state: 'changed', sort: 'updated', order: 'desc', limit: 10 });
    expect(changed.records.map((record) => record.id)).toEqual([id]);
    await records.approve([id], clerk);
    expect(await records.detail(id)).toMatchObject({ approvedVersion: 2 });
  });
});

describe('approve and withdraw', () => {
  it('when some cannot be approved › it approves the others and says why those were left', async () => {
    const one = await records.create(documentInput(agencyId), clerk);
    const two = await records.create(documentInput(agencyId, { title: '二' }), clerk);
    await records.approve([one.id], clerk);
    expect(await records.approve([one.id, two.id, two.id, 'nothing'], clerk)).toEqual({
      done: 1,
      skipped: [
        { id: one.id, code: 'store.already-approved', details: { what: one.content.title } },
        { id: 'nothing', code: 'not-found', details: { what: 'nothing' } },
      ],
    });
  });

  it('when a record is withdrawn › it leaves the next release, and its code says when', async () => {
    const { id, code } = await records.create(documentInput(agencyId), clerk);
    expect((await records.withdraw([id], clerk)).skipped).toMatchObject([{ code: 'store.not-public' }]);
    await records.approve([id], clerk);
    expect(await records.withdraw([id], clerk)).toEqual({ done: 1, skipped: [] });
    expect((await records.withdraw([id], clerk)).skipped).toMatchObject([
      { code: 'store.already-withdrawn' },
    ]);
    expect(await records.detail(id)).toMatchObject({ state: 'withdrawn', approvedVersion: null });
    expect((await records.codeHistory(code))?.withdrawnAt).toBe('2024-05-06T08:00:00.000Z');
    expect(await records.codeHistory('00000000')).toBeNull();
  });

  it('when thousands are approved at once › it approves them all and puts the act on record once', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 520; number++) {
      ids.push((await records.create(documentInput(agencyId, { title: `第${number}号` }), clerk)).id);
    }
    expect((await records.approve(ids, clerk)).done).toBe(520);
    const [entry] = await createAuditService(temp.desk).list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ who: '经办员', action: 'record.approve', subject: '第0号 (+519)' });
  });
});

describe('overview', () => {
  it('when records stand in every state › it counts them and what a publish would bring', async () => {
    const ids: string[] = [];
    for (const title of ['一', '二', '三']) {
      ids.push((await records.create(documentInput(agencyId, { title }), clerk)).id);
    }
    await records.approve(ids.slice(0, 2), clerk);
    await records.withdraw(ids.slice(1, 2), clerk);
    const overview = await records.overview();
    expect(overview.counts).toMatchObject({ total: 3, awaitingReview: 1, withdrawn: 1, published: 0 });
    expect(overview.pending).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(overview.release).toBeNull();
    expect(overview.recent[0]).toMatchObject({ who: '经办员', action: 'record.withdraw', what: '二' });
  });
});

describe('audit', () => {
  it('when read page by page › it gives every entry once, newest first', async () => {
    for (const title of ['一', '二', '三']) await records.create(documentInput(agencyId, { title }), clerk);
    const audit = createAuditService(temp.desk);
    const page = await audit.list({ before: null, limit: 2 });
    expect(page.map((entry) => entry.subject)).toEqual(['三', '二']);
    const rest = await audit.list({ before: page[1]?.id ?? null, limit: 10 });
    expect(rest.map((entry) => entry.subject)).toEqual(['一', '交通运输局']);
  });
});
