// Upload links: what comes through one, what it bounds, and that it shows nothing but its own receipts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createTransferService, type TransferService } from '#hub/transfers/transfer-service.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';
import { arrived, documentsCsv } from '#tests/support/transfer-files.ts';

let temp: TempDesk;
let service: TransferService;
let agencyId: string;
const said = { month: '2024-04', isEmpty: false, contact: '王经办', note: '' };
const dayMs = 24 * 3600_000;

beforeEach(async () => {
  temp = await openTempDesk();
  service = createTransferService(temp.desk);
  agencyId = (await createAgency(temp.desk, agencyInput('水务局'), clerk)).id;
});
afterEach(() => temp.close());

const link = (changes: Partial<Parameters<TransferService['makeLink']>[0]> = {}) =>
  service.makeLink({ agencyId, label: '', days: 30, maxFiles: 3, maxMegabytes: 1, ...changes }, clerk);
const papers = (name = 'a.csv', title = '停水通知') => ({
  files: [arrived(temp.dir, name, documentsCsv([[title, '渚水〔2024〕1号', '2024-04-01']]))],
  list: null,
  scan: null,
});

describe('upload link › while it is open', () => {
  it('what comes through it is a batch of its agency that waits to be received, with a list made from its files', async () => {
    const { token } = await link();
    const id = await service.upload(token, said, papers());
    const batch = await service.detail(id, clerk);
    expect(batch).toMatchObject({ agencyName: '水务局', state: 'sent', source: 'link', contact: '王经办' });
    expect(batch.rows).toMatchObject([{ title: '停水通知', file: 'a.csv' }]);
    expect(batch.findings.map(({ code }) => code)).toEqual(['scan-missing']);
  });

  it('its receipt is read through it, and through no other', async () => {
    const [own, other] = [await link(), await link()];
    const id = await service.upload(own.token, said, papers());
    const atDesk = await service.open(
      { agencyId, month: '2024-04', isEmpty: true, contact: '', note: '' },
      clerk,
    );
    expect(await service.receipt(own.token, id)).toMatchObject({
      state: 'sent',
      files: ['a.csv'],
      number: null,
    });
    expect(await service.receipt(other.token, id)).toBeNull();
    expect(await service.receipt(own.token, atDesk.id)).toBeNull();
    const { revision } = await service.detail(id, clerk);
    await service.receive(id, { revision, summary: '', explanation: '' }, { ...clerk, name: '接收员' });
    expect(await service.receipt(own.token, id)).toMatchObject({ state: 'received', number: '2024-001' });
  });

  it('the store holds no secret › only its digest', async () => {
    const { token } = await link();
    const rows = await temp.desk.db.selectFrom('upload_links').selectAll().execute();
    const audit = await temp.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(JSON.stringify([rows, audit])).not.toContain(token);
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('upload link › when it takes no more', () => {
  it('its files are used up › it refuses whole what would go beyond, and takes what still fits', async () => {
    const { token } = await link({ maxFiles: 2 });
    await service.upload(token, said, papers('a.csv'));
    const two = {
      ...papers('b.csv'),
      list: null,
      files: [...papers('b.csv').files, ...papers('c.csv').files],
    };
    await expect(service.upload(token, said, two)).rejects.toThrow('transfers.link-full');
    expect((await service.list({ limit: 50 }, clerk)).total).toBe(1);
    await service.upload(token, said, papers('b.csv'));
    expect((await service.linkOf(token)).filesLeft).toBe(0);
  });

  it('its bytes are used up › it refuses', async () => {
    const { token } = await link();
    const large = arrived(temp.dir, 'big.txt', '标题\n'.repeat(200_000));
    await expect(service.upload(token, said, { files: [large], list: null, scan: null })).rejects.toThrow(
      'transfers.link-full',
    );
  });

  it.each(['expired', 'revoked', 'unknown'])('it is %s › one answer for all', async (why) => {
    const { token, link: made } = await link();
    const id = await service.upload(token, said, papers());
    if (why === 'expired') temp.tick(31 * dayMs);
    if (why === 'revoked') await service.revokeLink(made.id, clerk);
    const asked = why === 'unknown' ? `${token.slice(0, -1)}_` : token;
    await expect(service.linkOf(asked)).rejects.toThrow('transfers.link-closed');
    await expect(service.upload(asked, said, papers('z.csv'))).rejects.toThrow('transfers.link-closed');
    expect((await service.receipt(asked, id)) === null).toBe(why !== 'expired');
  });

  it('nothing was chosen and nothing said › it asks for either', async () => {
    const { token } = await link();
    const none = { files: [], list: null, scan: null };
    await expect(service.upload(token, said, none)).rejects.toThrow('transfers.link-incomplete');
    const id = await service.upload(token, { ...said, isEmpty: true }, none);
    expect(await service.detail(id, clerk)).toMatchObject({ isEmpty: true, state: 'sent', rows: [] });
  });
});
