// Earlier versions of a record stay readable as they were.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
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

describe('one version of a record', () => {
  it('when newer ones came after it › it is what was stored then, body and lines included', async () => {
    const first = documentInput(agencyId, { title: '原题', bodyHtml: '<p>一</p><p>二</p>' });
    const { id } = await records.create(first, clerk);
    await records.update(id, { ...first, title: '新题', bodyHtml: '' }, 1, clerk);
    const old = await records.version(id, 1);
    expect(old).toMatchObject({ version: 1, who: clerk.name, agencyName: '交通运输局' });
    expect([old.content.title, old.content.bodyHtml]).toEqual(['原题', '<p>一</p><p>二</p>']);
    expect(old.text.split('\n').filter(Boolean)).toEqual(['一', '二']);
    const newest = await records.version(id, 2);
    expect([newest.content.title, newest.content.bodyHtml, newest.text]).toEqual(['新题', '', '']);
  });

  it('when there is none with this number › it is not found', async () => {
    const { id } = await records.create(documentInput(agencyId), clerk);
    await expect(records.version(id, 2)).rejects.toThrow(/not-found/);
    await expect(records.version('nobody', 1)).rejects.toThrow(/not-found/);
  });
});
