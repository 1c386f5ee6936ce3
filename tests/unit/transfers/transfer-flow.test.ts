// A batch on its way: put together, checked, sent, received under a number, taken back on a letter.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { Actor } from '#hub/http/actor.ts';
import { createTransferService, type TransferService } from '#hub/transfers/transfer-service.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';
import { arrived, documentsCsv, listCsv } from '#tests/support/transfer-files.ts';

let temp: TempDesk;
let service: TransferService;
let agencyId: string;
const receiver: Actor = { accountId: 'u-2', name: '接收员', roles: ['publisher'], agencyId: null };
const rows = [
  ['关于公交线路的通知', '渚交〔2024〕1号', '2024-04-02'],
  ['关于停车收费的通知', '渚交〔2024〕2号', '2024-04-09'],
] as const;

beforeEach(async () => {
  temp = await openTempDesk();
  service = createTransferService(temp.desk);
  agencyId = (await createAgency(temp.desk, agencyInput('交通局'), clerk)).id;
});
afterEach(() => temp.close());

const input = (isEmpty = false) => ({ agencyId, month: '2024-04', isEmpty, contact: '', note: '' });
const codes = (batch: { findings: readonly { code: string }[] }) => batch.findings.map(({ code }) => code);

async function prepared(month = '2024-04', some: typeof rows | readonly (typeof rows)[number][] = rows) {
  const { id } = await service.open({ ...input(), month }, clerk);
  const file = arrived(temp.dir, '四月文件.csv', documentsCsv(some));
  const list = arrived(
    temp.dir,
    '移送清单.csv',
    listCsv(some.map((row) => [...row, '四月文件.csv'] as const)),
  );
  return service.addPapers(
    id,
    { files: [file], list, scan: arrived(temp.dir, '盖章.pdf', '%PDF-1.4 scan') },
    clerk,
  );
}

async function received(month?: string, some?: readonly (typeof rows)[number][]) {
  const batch = await prepared(month, some ?? rows);
  const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
  return service.receive(sent.id, { revision: sent.revision, summary: '两件', explanation: '' }, receiver);
}

describe('a batch › when list and files agree', () => {
  it('is sent and received › its items stand as drafts of the agency, under a number and with their origin', async () => {
    const batch = await prepared();
    expect(batch.findings).toEqual([]);
    const done = await received();
    expect(done).toMatchObject({ state: 'received', number: '2024-001', isEmpty: false });
    expect(done.received.map(({ title }) => title)).toEqual(rows.map(([title]) => title));
    const drafts = await temp.desk.db.selectFrom('records').selectAll().orderBy('id').execute();
    expect(drafts.map((row) => [row.title, row.state, row.agency_id])).toEqual(
      rows.map(([title]) => [title, 'draft', agencyId]),
    );
    const origin = await service.origin(drafts[0]?.id ?? '', clerk);
    expect(origin).toMatchObject({ number: '2024-001', agencyName: '交通局', file: '四月文件.csv' });
  });

  it('the file names another agency › the draft is still the sender’s, and the check says so', async () => {
    const { id } = await service.open(input(), clerk);
    const file = arrived(temp.dir, 'a.csv', '标题,文号,发布机构\n关于放假的通知,渚交〔2024〕9号,教育局');
    const batch = await service.addPapers(id, { files: [file], list: null, scan: null }, clerk);
    const listed = await service.deriveList(batch.id, clerk);
    expect(codes(listed)).toEqual(['scan-missing', 'foreign-agency']);
    const sent = await service.send(id, { revision: listed.revision, explanation: '' }, clerk);
    await service.receive(id, { revision: sent.revision, summary: '', explanation: '' }, receiver);
    const record = await temp.desk.db.selectFrom('records').select('agency_id').executeTakeFirstOrThrow();
    expect(record.agency_id).toBe(agencyId);
  });

  it('nothing to report › an empty batch is sent, received and numbered like any other', async () => {
    const batch = await service.open(input(true), clerk);
    const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
    const done = await service.receive(
      batch.id,
      { revision: sent.revision, summary: '', explanation: '' },
      receiver,
    );
    expect(done.number).toBe('2024-001');
    expect(await temp.desk.db.selectFrom('records').select('id').execute()).toEqual([]);
    temp.tick(70 * 24 * 3600_000);
    const { agencies } = await service.year(2024, clerk);
    expect(agencies[0]?.months[3]).toEqual({ standing: 'empty', items: 0 });
    const standings = agencies[0]?.months.map(({ standing }) => standing);
    expect(standings?.slice(0, 3)).toEqual(['upcoming', 'upcoming', 'upcoming']);
    expect(standings?.slice(4, 8)).toEqual(['missing', 'missing', 'upcoming', 'upcoming']);
    expect(await service.waiting(receiver)).toMatchObject({ missingAgencies: 1, missingMonth: '2024-06' });
  });
});

describe('a batch › when something is wrong with it', () => {
  it('errors stand › it is sent and received only with an explanation', async () => {
    const { id } = await service.open(input(), clerk);
    const file = arrived(temp.dir, '四月文件.csv', documentsCsv(rows));
    const list = arrived(temp.dir, '移送清单.csv', listCsv([[...rows[0], '四月文件.csv'] as const], 5));
    const batch = await service.addPapers(id, { files: [file], list, scan: null }, clerk);
    expect(codes(batch)).toEqual(['list-total-differs', 'scan-missing', 'file-without-row']);
    const bare = { revision: batch.revision, explanation: '' };
    await expect(service.send(id, bare, clerk)).rejects.toThrow('transfers.needs-explanation');
    const sent = await service.send(id, { ...bare, explanation: '清单漏列' }, clerk);
    const take = { revision: sent.revision, summary: '', explanation: '' };
    await expect(service.receive(id, take, receiver)).rejects.toThrow('transfers.needs-explanation');
    expect(
      (await service.receive(id, { ...take, explanation: '已电话核实' }, receiver)).received,
    ).toHaveLength(2);
  });

  it('the same document comes again › it is found by its number', async () => {
    await received();
    const again = await prepared('2024-05');
    expect(again.findings.filter(({ code }) => code === 'transferred-before')).toHaveLength(2);
    expect(again.findings[0]).toMatchObject({ found: '2024-001', severity: 'error' });
  });

  it('a file cannot be read › it is kept with the batch and becomes no draft', async () => {
    const { id } = await service.open(input(), clerk);
    const picture = arrived(temp.dir, '图.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    await service.addPapers(id, { files: [picture], list: null, scan: null }, clerk);
    const batch = await service.deriveList(id, clerk);
    expect(batch.fileList[0]?.problem).not.toBeNull();
    const sent = await service.send(id, { revision: batch.revision, explanation: '' }, clerk);
    const done = await service.receive(
      id,
      { revision: sent.revision, summary: '', explanation: '' },
      receiver,
    );
    expect(done.received).toMatchObject([{ title: '图.png', recordId: null }]);
  });

  it('it is sent back › the reasons stand, it is put right and sent again, and no number was given', async () => {
    const batch = await prepared();
    const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
    const back = await service.sendBack(sent.id, { revision: sent.revision, reasons: '缺一件' }, receiver);
    expect(back).toMatchObject({ state: 'returned', returnReasons: '缺一件', number: null, mayDo: [] });
    const again = await service.send(back.id, { revision: back.revision, explanation: '' }, clerk);
    expect(again.state).toBe('sent');
    expect(again.events.map(({ act }) => act)).toEqual(['create', 'send', 'return', 'send']);
  });

  it('a monthly matter is owed › the check names it until something comes for it', async () => {
    const matter = {
      ...{ title: '公交补贴', agencyId, kind: 'matter' as const, docNo: null, indexNo: null, date: null },
      ...{
        publishedOn: null,
        topic: null,
        genre: null,
        nodeId: null,
        matterId: null,
        summary: '',
        keywords: [],
      },
      ...{ validity: 'unknown' as const, expiresOn: null, shown: null, bodyHtml: '', attachments: [] },
      details: {
        ...{
          type: 'matter' as const,
          field: null,
          levels: ['公交补贴'],
          elements: '',
          basis: '',
          channels: [],
        },
        ...{ otherChannels: [], audience: [], audienceNote: null, mode: [], tiers: [], responsible: null },
        deadline: { type: 'frequency' as const, times: 1, every: 'month' as const, text: '每月' },
      },
    };
    await createRecordService(temp.desk).create(matter as never, clerk);
    const batch = await service.open(input(true), clerk);
    expect(batch.findings).toMatchObject([
      { code: 'scan-missing' },
      { code: 'matter-due', listed: '公交补贴' },
    ]);
    const row = { docNo: '', indexNo: '', date: '', copies: null, pages: null, file: '', note: '' };
    const listed = [{ ...row, title: '四月公交补贴', matter: '公交补贴' }];
    const change = { ...input(), revision: batch.revision, rows: listed };
    expect(codes(await service.change(batch.id, change, clerk))).not.toContain('matter-due');
  });
});

describe('who may do what with a batch', () => {
  it('another agency’s contributor › sees and touches nothing of it', async () => {
    const batch = await prepared();
    const foreign: Actor = { accountId: 'u-3', name: '外单位', roles: ['contributor'], agencyId: 'a-other' };
    await expect(service.detail(batch.id, foreign)).rejects.toThrow('transfers.foreign-agency');
    await expect(service.open(input(), foreign)).rejects.toThrow('transfers.foreign-agency');
    expect((await service.list({ limit: 50 }, foreign)).total).toBe(0);
  });

  it('two accounts exist › whoever sent it does not receive it', async () => {
    for (const [id, name] of [
      ['u1', '经办员'],
      ['u2', '接收员'],
    ] as const) {
      const account = {
        id,
        name,
        name_key: name,
        display_name: name,
        roles: '',
        agency_id: null,
        disabled_at: null,
      };
      const rest = { password_hash: 'x', password_changed_at: '', created_at: '' };
      await temp.desk.db
        .insertInto('accounts')
        .values({ ...account, ...rest })
        .execute();
    }
    const batch = await prepared();
    const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
    const take = { revision: sent.revision, summary: '', explanation: '' };
    await expect(service.receive(batch.id, take, clerk)).rejects.toThrow('transfers.own-batch');
    expect((await service.receive(batch.id, take, receiver)).number).toBe('2024-001');
  });

  it('somebody changed it meanwhile › the later change is refused', async () => {
    const batch = await prepared();
    await service.change(batch.id, { ...input(), revision: batch.revision, rows: [] }, clerk);
    const late = { ...input(), revision: batch.revision, rows: null };
    await expect(service.change(batch.id, late, clerk)).rejects.toThrow('transfers.changed');
  });
});

describe('numbers of transfers › over returns, refusals and a new year', () => {
  it('are unbroken within a year and begin anew with the next', async () => {
    const numbers: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      const batch = await service.open(input(true), clerk);
      const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
      const take = { revision: sent.revision, summary: '', explanation: '' };
      await expect(service.receive(batch.id, { ...take, revision: 99 }, receiver)).rejects.toThrow();
      numbers.push((await service.receive(batch.id, take, receiver)).number);
    }
    temp.tick(240 * 24 * 3600_000);
    const batch = await service.open(input(true), clerk);
    const sent = await service.send(batch.id, { revision: batch.revision, explanation: '' }, clerk);
    numbers.push(
      (await service.receive(batch.id, { revision: sent.revision, summary: '', explanation: '' }, receiver))
        .number,
    );
    expect(numbers).toEqual(['2024-001', '2024-002', '2024-003', '2025-001']);
  });
});

describe('withdrawing › on an official letter', () => {
  it('takes the item out of what will be public, and it is not approved again until transferred anew', async () => {
    const done = await received();
    const records = createRecordService(temp.desk);
    const ids = done.received.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
    expect((await records.approve(ids, clerk)).done).toBe(2);
    expect(await records.withdraw(ids, receiver)).toMatchObject({
      done: 0,
      skipped: [{ code: 'transfers.needs-letter' }, { code: 'transfers.needs-letter' }],
    });
    const recall = { letterNo: '渚交函〔2024〕3号', reason: '内容有误', places: [1] };
    const after = await service.withdraw(
      done.id,
      recall,
      arrived(temp.dir, '函.pdf', '%PDF letter'),
      receiver,
    );
    expect(after.received.map(({ letterNo }) => letterNo)).toEqual(['渚交函〔2024〕3号', null]);
    expect(after.withdrawals).toMatchObject([{ letterNo: '渚交函〔2024〕3号', places: [1], who: '接收员' }]);
    const [first = '', second = ''] = ids;
    expect((await records.detail(first)).state).toBe('withdrawn');
    expect((await records.detail(second)).state).toBe('approved');
    const retry = await records.approve([first], clerk);
    expect(retry).toMatchObject({ done: 0, skipped: [{ code: 'transfers.recalled' }] });
    await expect(
      service.withdraw(done.id, recall, arrived(temp.dir, '函.pdf', 'x'), receiver),
    ).rejects.toThrow('transfers.nothing-to-withdraw');
    temp.tick(60_000);
    await received('2024-05', [rows[0]]);
    expect((await records.approve([first], clerk)).done).toBe(1);
  });
});
